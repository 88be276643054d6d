import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { bookCall, comeToMeeting, letIn, type BookedCall } from '../support/call.ts'
import { PDF, PNG } from '../support/files.ts'

let call: BookedCall

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookCall(browser)
  await comeToMeeting(call)
})

test.afterAll(() => call.stop())

test('what is written before a guest is let in stays between those inside, and is there once the door is open', async () => {
  const { host, guest } = call
  await openChat(host)
  await write(host, 'Til dig, når du kommer ind')
  await expect(guest.getByRole('tab', { name: 'Chat' })).toHaveCount(0)
  expect(await guest.content()).not.toContain('Til dig')
  await letIn(call)
  await expect(guest.getByRole('tab', { name: /^Chat ?, 1 ulæste$/ })).toBeVisible()
  await openChat(guest)
  await expect(log(guest).getByText('Til dig, når du kommer ind')).toBeVisible()
  await expect(guest.getByRole('tab', { name: 'Chat', exact: true })).toBeVisible()
})

test('both write to each other, by keys alone, with several lines and a link that leads away safely', async () => {
  const { host, guest } = call
  const typed = field(guest)
  await typed.fill('Se https://example.com/tilbud.')
  await typed.press('Shift+Enter')
  await typed.pressSequentially('Og så nummer to')
  await typed.press('Enter')
  await expect(typed).toHaveValue('')
  const link = log(host).getByRole('link', { name: 'https://example.com/tilbud' })
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(log(host).getByText('Og så nummer to')).toBeVisible()
})

test('whoever looks at the agenda is told of a message, in words and by a count', async () => {
  const { host, guest } = call
  await guest.getByRole('tab', { name: 'Chat' }).press('ArrowLeft')
  await expect(guest.getByRole('tab', { name: 'Dagsorden' })).toBeFocused()
  await write(host, 'Kan du se mig?')
  await expect(guest.getByText('skriver: Kan du se mig?')).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Vis chat, 1 ulæste' })).toBeVisible()
  await guest.getByRole('button', { name: 'Vis chat, 1 ulæste' }).click()
  await expect(guest.getByRole('button', { name: 'Skjul chat' })).toBeVisible()
})

test('a file goes from one to the other and is the same; a program is refused in words', async () => {
  const { host, guest } = call
  await guest.locator('input[type=file]').setInputFiles({ name: 'Tilbud på æbler.pdf', mimeType: 'application/pdf', buffer: PDF })
  const link = log(host).getByRole('link', { name: /Hent Tilbud på æbler\.pdf/ })
  const [download] = await Promise.all([host.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('Tilbud på æbler.pdf')
  expect((await readFile(await download.path())).equals(PDF)).toBe(true)
  await guest.locator('input[type=file]').setInputFiles({ name: 'program.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0090\u0000\u0003') })
  await expect(log(guest).getByText('Den slags fil kan ikke sendes her.')).toBeVisible()
  await log(guest).getByRole('button', { name: 'Fjern' }).click()
  await expect(log(guest).getByText('program.pdf')).toHaveCount(0)
})

test('a picture that is dropped on the chat is shown there', async () => {
  const { host, guest } = call
  const data = await host.evaluateHandle((bytes) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(bytes)], 'skitse.png', { type: 'image/png' }))
    return transfer
  }, [...PNG])
  await host.locator('.chat').dispatchEvent('drop', { dataTransfer: data })
  const picture = log(guest).getByRole('link', { name: /skitse\.png/ }).locator('img')
  await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1)
})

test('what is written while the line is away is kept, and sent when it is back; nothing comes twice', async () => {
  const { host, guest } = call
  await guest.context().setOffline(true)
  await write(guest, 'Skrevet i en tunnel')
  await expect(log(guest).getByText('Den er ikke sendt.')).toBeVisible({ timeout: 15_000 })
  await write(host, 'Er du der?')
  await guest.context().setOffline(false)
  await expect(log(host).getByText('Skrevet i en tunnel')).toHaveCount(1, { timeout: 20_000 })
  await expect(log(guest).getByText('Er du der?')).toHaveCount(1)
  await expect(log(guest).getByText('Den er ikke sendt.')).toHaveCount(0)
})

test('a reload brings all of it back, in its order, and the draft', async () => {
  const { guest } = call
  const before = await log(guest).locator('.chat-text').allTextContents()
  await field(guest).fill('Halvt skrevet')
  await guest.reload()
  await openChat(guest)
  await expect(field(guest)).toHaveValue('Halvt skrevet')
  await expect.poll(() => log(guest).locator('.chat-text').allTextContents()).toEqual(before)
})

test('the record of the meeting has what was written', async () => {
  const { host, guest } = call
  await host.getByRole('button', { name: 'Forlad mødet' }).click()
  await host.getByRole('button', { name: 'Slut for alle' }).click()
  await expect(guest.getByRole('link', { name: /opsummering/i }).first()).toBeVisible()
  await guest.getByRole('link', { name: /opsummering/i }).first().click()
  const written = guest.getByRole('region', { name: 'Skrevet undervejs' })
  await expect(written.getByText('Skrevet i en tunnel')).toBeVisible()
  const [download] = await Promise.all([guest.waitForEvent('download'), written.getByRole('link', { name: /Tilbud på æbler/ }).click()])
  expect((await readFile(await download.path())).equals(PDF)).toBe(true)
})

async function openChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Vis chat/ }).click()
  await expect(field(page)).toBeVisible()
}

async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await field(page).press('Enter')
}

function field(page: Page) {
  return page.getByRole('textbox', { name: 'Besked' })
}

function log(page: Page) {
  return page.getByRole('log', { name: 'Beskeder' })
}
