import { expect, test } from '@playwright/test'
import { readLetters, type Letter } from '../support/letters.ts'
import { until, type Product } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { readStarts, somebody, submitBooking } from '../support/prospect.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'

let world: ProductWithMail
let sink: SmtpSink
let product: Product

test.beforeAll(async () => {
  world = await startProductWithMail()
  ;({ product, sink } = world)
})
test.afterAll(() => world.stop())

test('killed right after the commit, the product sends the invitation when it is back', async () => {
  const [start = ''] = await readStarts(product.url)
  const answers = somebody()
  sink.decide(() => ({ code: 451, text: 'later' }))
  expect((await submitBooking(product.url, start, { answers })).status).toBe(303)
  await product.kill()
  sink.decide(() => 'accept')
  await product.startAgain()
  await until(async () => (await lettersTo(answers.email)).length > 0, 'the invitation is there', 60_000)
  const [letter] = await lettersTo(answers.email)
  expect(letter?.calendar).toContain('METHOD:REQUEST')
})

test('killed while the mail server holds its answer to DATA, it sends again under the same Message-ID', async () => {
  const [start = ''] = await readStarts(product.url)
  const answers = somebody()
  let isHeld = false
  sink.decide((mail) => {
    if (mail.to[0] !== answers.email) return 'accept'
    isHeld = true
    return new Promise(() => undefined)
  })
  expect((await submitBooking(product.url, start, { answers })).status).toBe(303)
  await until(() => isHeld, 'the server has the whole mail and has not answered')
  await product.kill()
  sink.decide(() => 'accept')
  await product.startAgain()
  await until(async () => (await lettersTo(answers.email)).length > 0, 'the invitation is there', 60_000)
  const letters = await lettersTo(answers.email)
  expect(letters).toHaveLength(1)
  expect(letters[0]?.calendar).toContain('SEQUENCE:0')
})

async function lettersTo(address: string): Promise<Letter[]> {
  return (await readLetters(sink)).filter((letter) => letter.to === address)
}
