import { expect, test, type Page } from '@playwright/test'
import { bookLiveCall, type BookedCall } from '../support/call.ts'

test.describe.configure({ mode: 'serial' })

let call: BookedCall

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookLiveCall(browser)
  await call.host.getByRole('button', { name: 'Begynd mødet' }).click()
  for (const page of [call.host, call.guest]) {
    await expect(notes(page)).toBeEnabled({ timeout: 15_000 })
    // Whoever writes before the point has come to them writes in another text.
    await expect(page.locator('.panel-now-title')).toBeVisible()
  }
})
test.afterAll(() => call.stop())

test('both write in the same text at once, and every letter of both stands on both screens', async () => {
  const { host, guest } = call
  const [own, other] = ['Holdet har haft tre kurser på to år. 😀', ' Ingen har fulgt op. Æ, ø og å.']
  await notes(host).focus()
  await notes(guest).focus()
  await Promise.all([host.keyboard.type(own, { delay: 30 }), guest.keyboard.type(other, { delay: 25 })])
  await expect.poll(async () => (await notes(host).inputValue()).length, { timeout: 15_000 }).toBe(own.length + other.length)
  await expect.poll(() => notes(guest).inputValue(), { timeout: 15_000 }).toBe(await notes(host).inputValue())
  const letters = [...await notes(host).inputValue()].sort()
  expect(letters).toEqual([...own, ...other].sort())
})

test('the caret stays where one writes while the other writes above', async () => {
  const { host, guest } = call
  await notes(guest).fill('øverst\nnederst')
  await expect(notes(host)).toHaveValue('øverst\nnederst')
  await notes(host).press('Control+End')
  await notes(guest).press('Control+Home')
  await guest.keyboard.type('Allerøverst\n', { delay: 20 })
  await expect(notes(host)).toHaveValue('Allerøverst\nøverst\nnederst')
  await host.keyboard.type('!')
  await expect(notes(guest)).toHaveValue('Allerøverst\nøverst\nnederst!')
})

test('Ctrl + Enter makes the line a decision, Ctrl + Shift + Enter a next step with who and when, Alt + Enter parks it', async () => {
  const { host, guest } = call
  await notes(host).fill('Vi begynder med seks.\nSend udkastet\nHvem ejer listen?')
  await notes(host).press('Control+Home')
  await notes(host).press('Control+Enter')
  await expect(guest.locator('.panel-text', { hasText: 'Vi begynder med seks.' })).toBeVisible()
  await expect(notes(guest)).toHaveValue('Send udkastet\nHvem ejer listen?')
  await notes(host).press('Control+End')
  await notes(host).press('Alt+Enter')
  await expect(guest.locator('.panel-text', { hasText: 'Hvem ejer listen?' })).toBeVisible()
  await notes(host).press('Control+Home')
  await notes(host).press('Control+Shift+Enter')
  await expect(host.getByRole('textbox', { name: 'Hvem', exact: true })).toBeFocused()
  await host.keyboard.type('Mette')
  await host.getByRole('button', { name: 'Gem rettelsen' }).click()
  await expect(guest.locator('.panel-text', { hasText: 'Send udkastet' })).toBeVisible()
  await expect(guest.locator('.panel-promise', { hasText: 'Mette' })).toBeVisible()
  await expect(notes(guest)).toHaveValue('')
})

test('the host asks everybody, each sees the result once they have voted, and a vote can be changed', async () => {
  const { host, guest } = call
  await host.getByRole('button', { name: 'Afstemning' }).click()
  await host.getByLabel('Spørgsmål', { exact: true }).fill('Begynder vi i januar?')
  await host.getByLabel('Svar', { exact: true }).fill('Ja\nNej')
  await host.getByRole('button', { name: 'Spørg alle' }).click()
  const asked = guest.getByRole('group', { name: 'Begynder vi i januar?' })
  await expect(asked).toContainText('svar for at se resultatet')
  await asked.getByRole('radio', { name: 'Nej' }).check()
  await asked.getByRole('radio', { name: 'Ja' }).check()
  await expect(asked).toContainText('1 har svaret')
  await host.getByRole('button', { name: 'Luk afstemningen' }).click()
  await expect(asked).toContainText('lukket')
  await expect(asked.getByRole('radio', { name: 'Ja' })).toBeDisabled()
})

test('keys lead to the next point, the notes and a decision, and are silent while one writes', async () => {
  const { host, guest } = call
  const first = await host.locator('.panel-now-title').innerText()
  await host.locator('.call').first().focus()
  await host.keyboard.press('n')
  await expect(host.locator('.panel-now-title')).not.toHaveText(first)
  await expect(guest.locator('.panel-now-title')).toHaveText(await host.locator('.panel-now-title').innerText())
  await host.keyboard.press('t')
  await expect(notes(host)).toBeFocused()
  await host.keyboard.type('nut')
  await expect(notes(host)).toHaveValue('nut')
  await guest.locator('.call').first().focus()
  await guest.keyboard.press('b')
  await expect(guest.getByLabel('Hvad blev I enige om?')).toBeFocused()
  await guest.getByRole('button', { name: 'Fortryd' }).click()
  await expect(notes(guest)).toBeFocused()
})

test('what is written in the chat stands under the point that the meeting was at', async () => {
  const { host, guest } = call
  const title = await host.locator('.panel-now-title').innerText()
  await guest.getByRole('tab', { name: 'Chat' }).click()
  await guest.getByRole('textbox', { name: 'Besked' }).fill('Nummeret er 12 34 56 78')
  await guest.getByRole('textbox', { name: 'Besked' }).press('Enter')
  await expect(guest.locator('.chat-item')).toHaveText(title)
})

test('what was typed just before a reload is there after it', async () => {
  const { host, guest } = call
  await notes(host).fill('')
  await notes(host).pressSequentially('Tastet lige før')
  await host.reload()
  await expect(notes(guest)).toHaveValue('Tastet lige før', { timeout: 20_000 })
  await expect(notes(host)).toHaveValue('Tastet lige før', { timeout: 20_000 })
})

test('whoever writes at a point that the host removes writes on in the same text, which both can read and write in', async () => {
  const { host, guest } = call
  await guest.getByRole('tab', { name: 'Dagsorden' }).click()
  const before = await notes(host).inputValue()
  await guest.getByRole('button', { name: 'Tilføj punkt' }).click()
  await guest.getByRole('textbox', { name: 'Punkt', exact: true }).fill('Prisen i fjor')
  await guest.getByRole('button', { name: 'Gem', exact: true }).click()
  const place = guest.getByLabel('Fælles noter til', { exact: true })
  await place.selectOption(await place.locator('option', { hasText: 'Prisen i fjor' }).getAttribute('value'))
  await notes(guest).pressSequentially('Den gælder')
  await expect(host.locator('.placed-note', { hasText: 'Den gælder' })).toBeVisible()
  await host.getByRole('button', { name: 'Flere valg for Prisen i fjor' }).click()
  await host.getByRole('button', { name: 'Fjern', exact: true }).click()
  await expect(guest.getByText('Punktet er fjernet. Teksten står her endnu, og du kan skrive videre.')).toBeVisible()
  await guest.keyboard.type(' til påske.')
  await expect(notes(guest)).toBeFocused()
  await expect(notes(guest)).toHaveValue('Den gælder til påske.')
  const gone = host.locator('.placed-note', { hasText: 'Fra et punkt, der er fjernet' })
  await expect(gone).toContainText('Den gælder til påske.')
  await expect(notes(host)).toHaveValue(before)
  await gone.getByRole('button', { name: 'Skriv videre på noterne fra et punkt, der er fjernet' }).click()
  await host.keyboard.press('Control+End')
  await host.keyboard.type(' Eller pinse.')
  await expect(notes(guest)).toHaveValue('Den gælder til påske. Eller pinse.')
})

function notes(page: Page) {
  return page.locator('.note-area')
}
