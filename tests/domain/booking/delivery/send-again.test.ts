import { eq } from 'drizzle-orm'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listMails } from '#app/domain/booking/delivery/mails.server.ts'
import { sendAgain } from '#app/domain/booking/delivery/send-again.server.ts'
import { sendMail } from '#app/mail/handlers.server.ts'
import { noteBounce } from '#app/mail/mail-rows.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { db } from '#db/client.server.ts'
import { booking, mail, meeting, person, seat } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { readIcs } from '../../../support/ics-bytes.ts'
import { addGuest } from '../../../support/meetings.ts'
import { makeBookedWorld, queueMailTo, STARTS_AT, type BookedWorld } from '../../../support/mail-world.ts'
import { startSmtpSink, type SmtpSink } from '../../../support/smtp-sink.ts'

useDatabase()
const NOW = STARTS_AT - 3_600_000
const once = { number: 1, isLast: false }
let sink: SmtpSink
let world: BookedWorld
let mailId: string

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, PUBLIC_URL: 'https://meet.example.com' })
})
beforeEach(async () => {
  setNow(NOW)
  world = await makeBookedWorld()
  mailId = await queueMailTo(world.guestSeatId, world.meetingId)
  sink.refuseRecipients({ code: 550, text: '5.1.1 No such user' })
  await sendMail({ mailId }, once)
  sink.refuseRecipients(null)
  sink.mails.length = 0
})
afterAll(async () => {
  closeSmtp()
  await sink.stop()
})

const mails = () => listMails([world.meetingId])
const again = (email: string | null = null, id = mailId) => sendAgain({ meetingId: world.meetingId, mailId: id, email }, NOW)

/** Sends what is queued in its order, and gives what the mail server got. */
async function sendAll() {
  for (const { id } of await mails()) await sendMail({ mailId: id }, once)
  return Promise.all(sink.accepted().map(async ({ to, raw }) => {
    const { messageId, subject, attachments } = await simpleParser(raw)
    const ics = readIcs(attachments.at(-1)?.content.toString() ?? '')
    const value = (name: string) => ics.find((line) => line.name === name)?.value ?? ''
    const attendees = ics.filter(({ name }) => name === 'ATTENDEE').map((line) => line.value)
    return { to: to[0], messageId, subject, method: value('METHOD'), sequence: Number(value('SEQUENCE')), attendees }
  }))
}

async function sequence(): Promise<number | undefined> {
  const [row] = await db().select({ sequence: meeting.icsSequence }).from(meeting).where(eq(meeting.id, world.meetingId))
  return row?.sequence
}

test('a refusal stands beside the mail in words that a consultant understands', async () => {
  expect(await mails()).toMatchObject([{ id: mailId, standing: 'undelivered', fault: 'no-such-address', sentAt: null, nextTryAt: null }])
})

test('sending again makes a message of its own to the same address, and the calendar is as it was', async () => {
  expect(await again()).toEqual({ ok: true, value: null })
  const [letter, ...more] = await sendAll()
  expect(more).toEqual([])
  expect(letter).toMatchObject({ method: 'REQUEST', sequence: 0 })
  expect(letter?.messageId).not.toContain(mailId)
  expect((await mails()).map(({ kind, standing }) => [kind, standing])).toEqual([['invitation', 'overtaken'], ['invitation', 'sent']])
})

test('pressing twice, or twice at once, sends one', async () => {
  expect(await Promise.all([again(), again()])).toEqual([{ ok: true, value: null }, { ok: true, value: null }])
  expect(await again()).toEqual({ ok: true, value: null })
  expect(await sendAll()).toHaveLength(1)
})

test('what is sent again says what the meeting is now, and goes after what still waits', async () => {
  const moved = new Date(STARTS_AT + 86_400_000)
  const waits = await queueMailTo(world.guestSeatId, world.meetingId, { kind: 'summary', snapshot: { sequence: 1 } })
  const endsAt = new Date(moved.getTime() + 1_800_000)
  await db().update(meeting).set({ icsSequence: 4, startsAt: moved, endsAt }).where(eq(meeting.id, world.meetingId))
  await again()
  const letters = await sendAll()
  expect(letters.map(({ messageId }) => messageId?.includes(waits))).toEqual([true, false])
  expect(letters[1]).toMatchObject({ method: 'REQUEST', sequence: 4 })
})

test('a mistyped address is put right: the new one is invited, SEQUENCE rises, and the host’s entry names it', async () => {
  const email = `soren.kjaer@${world.meetingId}.example`
  expect(await again(email)).toEqual({ ok: true, value: null })
  const letters = await sendAll()
  expect(letters.map(({ to, method, sequence: step }) => [to, method, step])).toEqual([[email, 'REQUEST', 1], ['mette@example.com', 'REQUEST', 1]])
  for (const { attendees } of letters) expect(attendees).toContain(`mailto:${email}`)
  expect(letters[1]?.subject).toContain('Ny mailadresse')
  expect(await sequence()).toBe(1)
  const [row] = await db().select({ person: person.email, seat: seat.email }).from(booking)
    .innerJoin(person, eq(person.id, booking.personId)).innerJoin(seat, eq(seat.id, booking.seatId))
    .where(eq(booking.meetingId, world.meetingId))
  expect(row).toEqual({ person: email, seat: email })
})

test('where the right address is somebody we know, the booking is theirs from then on', async () => {
  const known = await makeBookedWorld(`known-${world.meetingId}@example.com`)
  const [theirs] = await db().select({ id: booking.personId }).from(booking).where(eq(booking.meetingId, known.meetingId))
  expect(await again(`Known-${world.meetingId}@example.com`)).toMatchObject({ ok: true })
  const [ours] = await db().select({ id: booking.personId, seatPerson: seat.personId }).from(booking)
    .innerJoin(seat, eq(seat.id, booking.seatId)).where(eq(booking.meetingId, world.meetingId))
  expect(ours).toEqual({ id: theirs?.id, seatPerson: theirs?.id })
})

test('an address that nobody can have, or that another of the meeting has, changes nothing', async () => {
  const colleague = await addGuest(world.meetingId)
  for (const email of ['soren', '', 'a@b', 'soren@example.com\r\nBcc: x@example.com']) {
    expect(await again(email), email).toEqual({ ok: false, reason: 'bad-address' })
  }
  for (const email of [colleague.seat.email.toUpperCase(), 'mette@example.com']) expect(await again(email)).toEqual({ ok: false, reason: 'address-taken' })
  expect([await sequence(), (await mails()).length]).toEqual([0, 1])
})

test('a summary goes to the right address without a word to calendars', async () => {
  await db().update(meeting).set({ state: 'ended' }).where(eq(meeting.id, world.meetingId))
  await db().update(mail).set({ kind: 'summary' }).where(eq(mail.id, mailId))
  await again(`right-${mailId}@example.com`)
  expect((await sendAll()).map(({ to, method }) => [to, method])).toEqual([[`right-${mailId}@example.com`, '']])
  expect(await sequence()).toBe(0)
})

test('what came back can be sent again; what arrived, is off or is no mail of this meeting cannot', async () => {
  const arrived = await queueMailTo(world.hostSeatId, world.meetingId)
  await sendMail({ mailId: arrived }, once)
  expect(await again(null, arrived)).toEqual({ ok: false, reason: 'not-needed' })
  expect(await noteBounce(arrived, { reason: '552 5.2.2 mette@example.com is over quota', now: NOW })).toBe(true)
  expect((await mails()).find(({ id }) => id === arrived)).toMatchObject({ standing: 'undelivered', fault: 'mailbox-full', bouncedAt: NOW })
  const other = await makeBookedWorld()
  expect(await sendAgain({ meetingId: other.meetingId, mailId, email: null }, NOW)).toEqual({ ok: false, reason: 'no-such-mail' })
  await db().update(meeting).set({ state: 'cancelled' }).where(eq(meeting.id, world.meetingId))
  expect(await again()).toEqual({ ok: false, reason: 'too-late' })
})
