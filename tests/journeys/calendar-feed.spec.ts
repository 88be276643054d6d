import { expect, test, type APIRequestContext } from '@playwright/test'
import { openSetting, signInAtDesk } from '../support/desk.ts'
import { bookFirstTime, newPage, setUpConsultant } from '../support/people.ts'
import { startProduct, type Product } from '../support/product.ts'
import { somebody } from '../support/prospect.ts'
import { readOurselves } from '../support/validators/validators.ts'

let product: Product

test.beforeAll(async ({ browser }) => {
  product = await startProduct({ BOOKING_LIMIT_PER_HOUR: '1000', SIGN_IN_LIMIT_PER_HOUR: '1000', LOG_LEVEL: 'info', SEED: 'none' })
  await setUpConsultant(browser, product)
})
test.afterAll(() => product.stop())

for (const { how, javaScriptEnabled } of [{ how: 'with JavaScript', javaScriptEnabled: true }, { how: 'without JavaScript', javaScriptEnabled: false }]) {
  test(`the consultant’s own calendar holds what is booked, until the address is renewed or closed, ${how}`, async ({ browser, request }) => {
    const desk = await signInAtDesk(browser, product.url, { javaScriptEnabled })
    await openSetting(desk, 'Kalender')
    await expect(desk.getByLabel('Til Google og Outlook')).toHaveCount(0)
    await desk.getByRole('button', { name: 'Lav en adresse' }).click()
    await expect(desk.getByRole('status').first()).toContainText('Adressen er klar')
    const first = await desk.getByLabel('Til Google og Outlook').inputValue()
    const webcal = first.replace(/^http/, 'webcal').replace('webcals', 'webcal')
    await expect(desk.getByLabel('Til Apple og kalenderprogrammer')).toHaveValue(webcal)
    await expect(desk.getByRole('link', { name: 'Åbn i dit kalenderprogram' })).toHaveAttribute('href', webcal)

    const answers = somebody()
    await bookFirstTime(await newPage(browser), product.url, answers)
    const read = await request.get(first)
    const entry = readOurselves(await read.text()).events.find(({ summary }) => summary?.includes(answers.name))
    expect(entry).toMatchObject({ status: 'CONFIRMED', sequence: 0 })
    await expectKnown(request, first, read.headers().etag ?? '')
    const entrance = await desk.goto(entry?.description?.split('\n')[0] ?? '')
    expect(entrance?.status()).toBe(200)
    await expect(desk.getByRole('heading', { level: 1 })).toContainText(answers.name)

    await desk.goto(`${product.url}/desk/calendar-feed`)
    await desk.getByRole('button', { name: 'Lav en ny adresse' }).click()
    const second = await desk.getByLabel('Til Google og Outlook').inputValue()
    expect([(await request.get(first)).status(), (await request.get(second)).status()]).toEqual([404, 200])
    await desk.getByRole('button', { name: 'Luk adressen' }).click()
    await expect(desk.getByRole('status').first()).toContainText('Adressen er lukket')
    expect((await request.get(second)).status()).toBe(404)
    for (const address of [first, second]) expectMasked(address)
  })
}

async function expectKnown(request: APIRequestContext, address: string, etag: string): Promise<void> {
  const again = await request.get(address, { headers: { 'If-None-Match': etag } })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
  const head = await request.head(address)
  expect([head.status(), head.headers().etag, (await head.body()).length]).toEqual([200, etag, 0])
}

/** The request was logged, and the secret was not. */
function expectMasked(address: string): void {
  const [key = ''] = /[\w-]{43}(?=\.ics$)/.exec(address) ?? []
  expect(key).toHaveLength(43)
  expect(product.output()).toContain(new URL(address).pathname.replace(key, '[key]'))
  expect(product.output()).not.toContain(key)
}
