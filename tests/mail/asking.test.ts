import { simpleParser, type ParsedMail } from 'mailparser'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { approveBooking, lapseBooking, refuseBooking } from '#app/domain/booking/approval/commands.server.ts'
import { cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { declineProposal } from '#app/domain/booking/proposal/commands.server.ts'
import { composeMail } from '#app/mail/compose/compose-mail.ts'
import { sendMail } from '#app/mail/handlers.server.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { startWorker } from '#app/platform/outbox.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { db } from '#db/client.server.ts'
import { meetingType } from '#db/schema.server.ts'
import { askForMeeting, needApproval } from '../support/approval-world.ts'
import { makeDesk, THURSDAY_TEN } from '../support/booking-world.ts'
import { useDatabase } from '../support/database.ts'
import { NOW } from '../support/meetings.ts'
import { proposed } from '../support/proposals.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'
import { mailInput } from './mail-facts.ts'

const database = useDatabase()
let sink: SmtpSink
let hostId: string
let worker: { stop(): Promise<void> }

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, PUBLIC_URL: 'https://meet.example.com' })
})
beforeEach(async () => {
  await worker?.stop()
  await database.reset()
  hostId = await makeDesk()
  await needApproval()
  sink.mails.length = 0
  setNow(NOW)
  worker = await startWorker({
    'mail.send': sendMail, 'meeting.close-room': async () => {}, 'watch.tell': async () => {}, 'approval.lapse': (job) => lapseBooking(job, NOW), 'inbox.read': async () => {}, 'waiting.tell': async () => {}, 'agenda.tell': async () => {},
  })
})
afterAll(async () => {
  setNow(null)
  await worker.stop()
  closeSmtp()
  await sink.stop()
})

test('who asks is told until when an answer comes; the host is led to the desk; no calendar hears of it', async () => {
  const asked = await askForMeeting()
  const [guest, host] = await lettersOf(2, ['soren.kjaer@example.com', 'mette@example.com'])
  expect(guest?.subject).toMatch(/^Spurgt om: møde med Mette Holm torsdag (den )?26\. november kl\. 10\.00$/)
  expect(guest?.text).toMatch(/svar senest torsdag (den )?26\. november kl\. 06\.00/)
  expect(guest?.text).toMatch(/https:\/\/meet\.example\.com\/b\//)
  expect(guest?.text).not.toContain('/j/')
  expect(host?.subject).toMatch(/^Svar senest torsdag (den )?26\. november kl\. 06\.00: Søren Kjær/)
  expect(host?.text).toContain(`https://meet.example.com/desk/meetings/${asked.meetingId}`)
  expect([guest?.attachments, host?.attachments]).toEqual([[], []])
  expect(host?.replyTo?.text).toContain('soren.kjaer@example.com')
})

test('the yes brings the first invitation, under SEQUENCE 0, also when the time was moved before it', async () => {
  const asked = await askForMeeting()
  await moveBooking(asked.seatId, THURSDAY_TEN + DAY_MS, NOW)
  await approveBooking({ hostId, ...asked }, NOW)
  const letters = await lettersOf(6, [])
  expect(letters.filter((letter) => /Spurgt om en ny tid|^Ny tid, svar/.test(letter.subject ?? ''))).toHaveLength(2)
  expect(letters.find((letter) => letter.subject?.startsWith('Spurgt om en ny tid'))?.text).toMatch(/Før: Torsdag/)
  const invited = letters.filter((letter) => letter.attachments.length > 0)
  expect(invited).toHaveLength(2)
  for (const letter of invited) {
    const calendar = letter.attachments[0]?.content.toString('utf8') ?? ''
    expect(calendar).toMatch(/METHOD:REQUEST\r\n[\s\S]*SEQUENCE:0\r\n/)
    expect(calendar).toContain('DTSTART:20261127T090000Z')
  }
})

test('a no has the host’s word, and the next three times as links that mark one each', async () => {
  const asked = await askForMeeting()
  await refuseBooking({ hostId, ...asked, text: 'Den dag er jeg i Aarhus.' }, NOW)
  const no = (await lettersOf(3, [])).find((letter) => letter.subject === 'Ikke den tid: møde med Mette Holm')
  expect(no?.text).toContain('> Den dag er jeg i Aarhus.')
  const links = no?.text?.match(/https:\/\/meet\.example\.com\/book\/intro\?at=\S+/g) ?? []
  expect(links.map((link) => new URL(link).searchParams.get('at'))).toEqual(['2026-11-26T09:30:00Z', '2026-11-26T10:00:00Z', '2026-11-26T10:30:00Z'])
  expect(no?.attachments).toEqual([])
})

test('the next times are as long as the meeting that was asked for', async () => {
  await db().update(meetingType).set({ otherDurations: [60] })
  const asked = await askForMeeting({ typeSlug: 'intro.60' })
  await refuseBooking({ hostId, ...asked, text: null }, NOW)
  const no = (await lettersOf(3, [])).find((letter) => letter.subject === 'Ikke den tid: møde med Mette Holm')
  const links = no?.text?.match(/https:\/\/meet\.example\.com\/book\/\S+\?at=/g) ?? []
  expect(links).toEqual(Array(3).fill('https://meet.example.com/book/intro.60?at='))
})

test('no answer in time: the guest gets the next times, the host hears that it lapsed', async () => {
  const asked = await askForMeeting()
  await lapseBooking(asked, asked.answerBy)
  const letters = await lettersOf(4, [])
  const to = (start: string) => letters.find((letter) => letter.subject?.startsWith(start))
  expect(to('Intet svar i tide')?.text?.match(/\?at=/g)).toHaveLength(3)
  expect(to('Ikke besvaret i tide')?.text).toContain('/desk/meetings/')
})

test('taken back: both are told, and nothing is cancelled in a calendar that never had it', async () => {
  const asked = await askForMeeting()
  await cancelBooking(asked.seatId, NOW)
  const letters = (await lettersOf(4, [])).filter((letter) => letter.subject?.startsWith('Trukket tilbage'))
  expect(letters).toHaveLength(2)
  expect(letters.flatMap((letter) => letter.attachments)).toEqual([])
})

test('the deadline runs out by itself, through the queue', async () => {
  const longAgo = 52 * 7 * DAY_MS
  await worker.stop()
  const asked = await askForMeeting({ startsAt: THURSDAY_TEN - longAgo }, NOW - longAgo)
  worker = await startWorker({
    'mail.send': sendMail, 'meeting.close-room': async () => {}, 'watch.tell': async () => {}, 'waiting.tell': async () => {}, 'agenda.tell': async () => {},
    'approval.lapse': (job) => lapseBooking(job, asked.answerBy),
    'inbox.read': async () => {},
  })
  const subjects = (await lettersOf(4, [])).map((letter) => letter.subject)
  expect(subjects.filter((subject) => /^(Intet svar|Ikke besvaret) i tide/.test(subject ?? ''))).toHaveLength(2)
})

test('a proposal reaches the consultant with its times on both clocks, and a no reaches who made it', async () => {
  const proposalId = await proposed({ timeZone: 'America/New_York', message: 'Vi er otte.' })
  const [told] = await lettersOf(1, ['mette@example.com'])
  expect(told?.subject).toBe('Søren Kjær, Nordlys Værktøj A/S foreslår 2 tider')
  expect(told?.text).toMatch(/1\. torsdag (den )?26\. november kl\. 10\.00 \(hos Søren Kjær: torsdag (den )?26\. november kl\. 04\.00\)/)
  expect(told?.text).toContain(`https://meet.example.com/desk/proposals/${proposalId}`)
  expect(told?.text).toContain('> Vi er otte.')
  await declineProposal({ hostId, proposalId, text: 'Prøv ugen efter.' }, NOW)
  const no = (await lettersOf(2, ['soren.kjaer@example.com']))[0]
  expect(no?.subject).toBe('Ingen af tiderne passede: møde med Mette Holm')
  expect(no?.text).toContain('> Prøv ugen efter.')
  expect(no?.text?.match(/\?at=/g)).toHaveLength(3)
  expect(no?.attachments).toEqual([])
})

test('in English, and without a free time to offer, the words still fit', () => {
  const approval = { answerBy: NOW, text: null, nextStarts: [] }
  const none = composeMail(mailInput({ kind: 'lapsed', locale: 'en', facts: { approval } }))
  expect(none.text).toContain('There are no free times right now')
  expect(none.text).not.toContain('{')
  const refused = composeMail(mailInput({ kind: 'refused', locale: 'en', facts: { approval } }))
  expect(refused.text).not.toContain('> ')
})

/** Waits for so many letters; gives those to the addresses, in their order, or all. */
async function lettersOf(count: number, addresses: string[]): Promise<ParsedMail[]> {
  await vi.waitFor(() => expect(sink.accepted()).toHaveLength(count), { timeout: 15_000, interval: 20 })
  const letters = await Promise.all(sink.accepted().map(async ({ to, raw }) => ({ to: to[0], letter: await simpleParser(raw) })))
  if (addresses.length === 0) return letters.map(({ letter }) => letter)
  return addresses.flatMap((address) => letters.filter(({ to }) => to === address).map(({ letter }) => letter))
}
