import { simpleParser, type ParsedMail } from 'mailparser'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addColleague } from '#app/domain/booking/colleagues/commands.server.ts'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { comeToDoor, openRoom } from '#app/domain/meeting/door/door.server.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import { tellDue } from '#app/domain/meeting/reminders/tell.server.ts'
import { tellOfWaiting } from '#app/domain/meeting/turn-up/waiting.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { sendMail } from '#app/mail/handlers.server.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { db } from '#db/client.server.ts'
import { TOO_LATE } from '#app/platform/smtp/fault.ts'
import { mail } from '#db/schema.server.ts'
import { CAST } from '../../db/seeds/cast.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../support/booking-world.ts'
import { useDatabase } from '../support/database.ts'
import { NOW, passOf, READY } from '../support/meetings.ts'
import { queuedMails } from '../support/reminders.ts'
import { startSmsGateway, type SmsGateway } from '../support/sms-gateway.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'

const FRIDAY_TEN = THURSDAY_TEN + DAY_MS
const MONDAY_TEN = THURSDAY_TEN + 4 * DAY_MS
const A_DAY_BEFORE = FRIDAY_TEN - DAY_MS
const MISSED_AT = FRIDAY_TEN + 5 * MINUTE_MS

const database = useDatabase()
let sink: SmtpSink
let gateway: SmsGateway
let guest: SeatPass

beforeAll(async () => {
  ;[sink, gateway] = await Promise.all([startSmtpSink(), startSmsGateway()])
  publishEnv({ SMTP_URL: sink.url, PUBLIC_URL: 'https://meet.example.com' })
})
beforeEach(async () => {
  publishEnv({ SMS_URL: '' })
  setNow(NOW)
  await database.reset()
  await makeDesk()
  const made = await bookSlot(askFor({ startsAt: FRIDAY_TEN }), NOW)
  guest = await passOf(made.ok ? made.value.guestSeatId : '')
  await db().delete(mail)
  sink.mails.length = 0
  sink.decide(() => 'accept')
})
afterAll(async () => {
  setNow(null)
  closeSmtp()
  await Promise.all([sink.stop(), gateway.stop()])
})

test('a reminder says when on the reader\'s clock, leads to one page, and brings no calendar', async () => {
  await addColleague(guest.seat.id, { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'America/New_York', locale: 'en' }, NOW)
  await db().delete(mail)
  await sendAll(A_DAY_BEFORE, 'reminder')
  const [mine, theirs] = (await letters()).sort((one, other) => Number(one.subject?.startsWith('Your')) - Number(other.subject?.startsWith('Your')))
  expect(mine?.subject).toBe('Husk dit møde med Mette Holm fredag 27. november kl. 10.00')
  expect(mine?.text).toContain(`https://meet.example.com/b/${guest.seat.id}/`)
  expect(mine?.text).toContain('?to=coming')
  expect(mine?.text).toContain('10.00–10.30')
  expect(theirs?.text).toContain('04:00–04:30')
  expect(theirs?.text).toContain('New York')
  for (const letter of [mine, theirs]) {
    expect(letter?.attachments).toEqual([])
    expect(letter?.replyTo?.value[0]?.address).toBe(CAST.consultant.email)
    expect(letter?.headers.has('list-unsubscribe')).toBe(false)
  }
})

test('moved or called off after it was queued, it is as if it had never been', async () => {
  for (const change of [() => moveBooking(guest.seat.id, MONDAY_TEN, A_DAY_BEFORE), () => cancelBooking(guest.seat.id, A_DAY_BEFORE)]) {
    const { meeting } = await passOf(guest.seat.id)
    await tellDue(meeting.startsAt - DAY_MS)
    const [queued] = await queuedMails('reminder')
    await change()
    await sendMail({ mailId: queued?.id ?? '' }, { number: 1, isLast: false })
    expect((await letters()).filter(({ subject }) => subject?.startsWith('Husk'))).toEqual([])
    expect(await queuedMails('reminder')).toEqual([])
  }
})

test('what could not go out before the start never does, and the desk can tell', async () => {
  await tellDue(A_DAY_BEFORE)
  const [queued] = await queuedMails('reminder')
  sink.decide(() => ({ code: 451, text: 'Later' }))
  setNow(FRIDAY_TEN - SECOND_MS)
  await expect(sendMail({ mailId: queued?.id ?? '' }, { number: 1, isLast: false })).rejects.toThrow('Later')
  sink.decide(() => 'accept')
  setNow(FRIDAY_TEN)
  await sendMail({ mailId: queued?.id ?? '' }, { number: 2, isLast: false })
  expect(sink.accepted()).toEqual([])
  expect((await queuedMails('reminder'))[0]).toMatchObject({ sentAt: null, lastError: TOO_LATE, failedAt: expect.any(Date) })
})

test('the text message has when, the one link and no more than two parts; a gateway that is down holds up no mail', async () => {
  publishEnv({ SMS_URL: gateway.url })
  gateway.answerWith(503)
  await tellDue(A_DAY_BEFORE)
  const queued = await queuedMails('reminder')
  const [byMail, bySms] = ['mail', 'sms'].map((name) => queued.find(({ channel }) => channel === name))
  await expect(sendMail({ mailId: bySms?.id ?? '' }, { number: 1, isLast: false })).rejects.toThrow('503')
  await sendMail({ mailId: byMail?.id ?? '' }, { number: 1, isLast: false })
  expect(sink.accepted()).toHaveLength(1)
  gateway.answerWith(202)
  await sendMail({ mailId: bySms?.id ?? '' }, { number: 2, isLast: false })
  const { to, text } = gateway.taken.at(-1)?.body as { to: string; text: string }
  expect(to).toBe(CAST.soren.phone.replaceAll(' ', ''))
  expect(text).toMatch(/^Husk dit møde med Mette Holm fredag 27\. november kl\. 10\.00 \(dansk tid\)\. Sig, om du kommer: https:\/\/meet\.example\.com\/b\/\S+\?to=coming$/)
  expect(text.length).toBeLessThanOrEqual(306)
  expect((await queuedMails('reminder')).every(({ sentAt }) => sentAt !== null)).toBe(true)
})

test('nobody came: the way in, the number to ring, and three times that each mark the page that moves', async () => {
  await sendAll(MISSED_AT, 'missing')
  const [letter] = await letters()
  expect(letter?.subject).toBe('Er du på vej? Mødet med Mette Holm er begyndt')
  expect(letter?.text).toContain(`https://meet.example.com/j/${guest.seat.id}/`)
  expect(letter?.text).toContain(CAST.consultant.phone)
  expect(letter?.text?.match(/\/b\/\S+\?at=\S+/g)).toHaveLength(3)
})

test('whoever knocks before the mail about it leaves gets none', async () => {
  await tellDue(MISSED_AT)
  const [queued] = await queuedMails('missing')
  await comeToDoor(guest, { readiness: READY, now: MISSED_AT })
  setNow(MISSED_AT)
  await sendMail({ mailId: queued?.id ?? '' }, { number: 1, isLast: false })
  expect([sink.mails, await queuedMails('missing')]).toEqual([[], []])
})

test('the host reads who waits; one who has come meanwhile reads nothing', async () => {
  const at = FRIDAY_TEN - MINUTE_MS
  const host = (await listSeats(guest.meeting.id)).find(({ role }) => role === 'host')
  const queueWaiting = async () => {
    await comeToDoor(guest, { readiness: READY, now: at })
    await tellOfWaiting({ meetingId: guest.meeting.id }, at)
    return (await queuedMails('waiting')).at(-1)?.id ?? ''
  }
  setNow(at)
  await sendMail({ mailId: await queueWaiting() }, { number: 1, isLast: false })
  const [letter] = await letters()
  expect([letter?.subject, sink.mails[0]?.to]).toEqual(['Søren Kjær venter ved døren', [CAST.consultant.email]])
  await openRoom(await passOf(host?.id ?? ''), { readiness: READY, now: at })
  const again = await queueWaiting()
  await sendMail({ mailId: again }, { number: 1, isLast: false })
  expect(sink.mails).toHaveLength(1)
})

test('an hour before, the same guest is written to once more and not twice', async () => {
  for (const at of [A_DAY_BEFORE, FRIDAY_TEN - HOUR_MS, FRIDAY_TEN - HOUR_MS + SECOND_MS]) await sendAll(at, 'reminder')
  expect(new Set((await letters()).map(({ messageId }) => messageId)).size).toBe(2)
  expect(sink.mails).toHaveLength(2)
})

/** Tells what is due, and sends what that queued. */
async function sendAll(at: number, kind: string): Promise<void> {
  setNow(at)
  await tellDue(at)
  for (const { id } of await queuedMails(kind)) await sendMail({ mailId: id }, { number: 1, isLast: false })
}

function letters(): Promise<ParsedMail[]> {
  return Promise.all(sink.accepted().map((one) => simpleParser(one.raw)))
}
