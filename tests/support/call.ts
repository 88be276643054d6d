import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import postgres from 'postgres'
import { CAST } from '#db/seeds/cast.ts'
import { linkOf, readLetters, type Letter } from './letters.ts'
import { expectMovingPicture } from './media.ts'
import { bookFirstTime, newPage, setUpConsultant } from './people.ts'
import { until, untilLiveKitReady, type Product } from './product.ts'
import { startProductWithMail, type ProductWithMail } from './product-with-mail.ts'
import { somebody, type Answers } from './prospect.ts'
import type { SmtpSink } from './smtp-sink.ts'

/** A booked meeting on a running product, with one browser each for guest and host. */
export type BookedCall = ProductWithMail & { guest: Page; host: Page; answers: Answers }

/**
 * Starts the product with a real mail server, sets the consultant up and books the first free time. The two browsers end with it:
 * pages whose product is gone go on filming and trying, and take the cores from whatever is measured next.
 */
export async function bookCall(browser: Browser, answers = somebody()): Promise<BookedCall> {
  const { product, sink, stop: stopProduct } = await startProductWithMail()
  try {
    await untilLiveKitReady(product)
    const host = await setUpConsultant(browser, product)
    const guest = await newPage(browser)
    await bookFirstTime(guest, product.url, answers)
    const stop = async () => {
      for (const page of [guest, host]) await page.context().close()
      await stopProduct()
    }
    return { product, sink, guest, host, answers, stop }
  } catch (error) {
    await stopProduct()
    throw error
  }
}

/**
 * The same with both inside, who see each other.
 * @param prepare what the pages are to have from the beginning.
 */
export async function bookLiveCall(
  browser: Browser, prepare: (call: BookedCall) => Promise<void> = () => Promise.resolve(),
): Promise<BookedCall> {
  const call = await bookCall(browser)
  await prepare(call)
  await comeToMeeting(call)
  await letIn(call)
  await Promise.all([call.host, call.guest].map((page) => expectMovingPicture(page, 60_000)))
  return call
}

/** Waits for a mail to this address whose subject fits. */
export async function letterTo(sink: SmtpSink, address: string, subject = /./): Promise<Letter> {
  const find = async () => (await readLetters(sink)).find((letter) => letter.to === address && subject.test(letter.subject))
  await until(async () => (await find()) !== undefined, `${address} has got ${String(subject)}`)
  const letter = await find()
  if (!letter) throw new Error('it was there')
  return letter
}

/** The first free time is hours away, and the door opens an hour before: the meeting's start is moved in the database. */
export async function openDoorNow(product: Product): Promise<void> {
  const sql = postgres(product.databaseUrl(), { max: 1 })
  await sql`UPDATE meeting SET starts_at = now() + interval '1 minute', ends_at = now() + interval '31 minutes' WHERE NOT is_demo`
  await sql.end()
}

/**
 * Both follow the links of their mails: the guest stands at the door, the host is inside.
 * @param beforeKnock what the guest waits for on the page of the door.
 */
export async function comeToMeeting(call: BookedCall, beforeKnock: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  const { product, sink, guest, host, answers } = call
  const letters = await Promise.all([letterTo(sink, answers.email), letterTo(sink, CAST.consultant.email)])
  await openDoorNow(product)
  await host.goto(linkOf(letters[1], '/room/'))
  await host.getByRole('button', { name: 'Åbn mødet' }).click()
  await guest.goto(linkOf(letters[0], '/j/'))
  await beforeKnock()
  await knockAndWait(guest)
}

/** Knocks as soon as the device check lets one. */
export async function knockAndWait(guest: Page): Promise<void> {
  await guest.getByRole('button', { name: 'Bank på' }).click()
  await expect(guest.getByText('Du er ved døren')).toBeVisible()
}

export async function letIn(call: BookedCall): Promise<void> {
  await admitButton(call).click()
}

export function admitButton({ host, answers }: BookedCall): Locator {
  return host.getByRole('button', { name: `Luk ind: ${answers.name}` })
}

/** Presses a key while the focus is on nothing in particular. What keys need is loaded after the first picture. */
export async function pressKey(page: Page, key: string): Promise<void> {
  await page.locator('dialog .shortcuts').waitFor({ state: 'attached' })
  await page.evaluate('document.activeElement?.blur()')
  await page.keyboard.press(key)
}
