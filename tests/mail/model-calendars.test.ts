import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { makeDesk } from '../support/booking-world.ts'
import { anyDelivery, inOrder } from '../support/calendars/delivery.ts'
import type { CalendarMail } from '../support/calendars/calendar-mail.ts'
import { live, meetingLife, type MeetingLife, type Recipient } from '../support/calendars/meeting-life.ts'
import { appleLike, forgetful, gmailLike, outlookLike, type Entry } from '../support/calendars/model-calendars.ts'
import { useDatabase } from '../support/database.ts'
import { NOW } from '../support/meetings.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'

useDatabase()

const MODELS = { gmailLike, outlookLike, appleLike }
const LIVES = 24
const DELIVERIES = 40
let sink: SmtpSink

beforeAll(async () => {
  setNow(NOW)
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, PUBLIC_URL: 'https://meet.example.com' })
  await makeDesk()
})
afterAll(async () => {
  closeSmtp()
  await sink.stop()
})

test('whatever happens to a meeting and however its mails arrive, each calendar ends with one right entry, or with none', { timeout: 240_000 }, async () => {
  await fc.assert(fc.asyncProperty(meetingLife, async (life) => {
    for (const recipient of await live(life, sink)) {
      for (const [name, model] of Object.entries(MODELS)) {
        const deliveries = fc.sample(anyDelivery(recipient.mails), { numRuns: DELIVERIES, seed: 1 })
        for (const mails of deliveries) expectRight(recipient, model(recipient.address, mails), name)
      }
      for (const mails of fc.sample(inOrder(recipient.mails), { numRuns: 4, seed: 2 })) expectRight(recipient, forgetful(recipient.address, mails), 'forgetful')
    }
  }), { numRuns: LIVES, seed: 20261125, endOnFailure: true })
})

test('booked, moved, moved back, with somebody who goes and comes again, and called off', { timeout: 60_000 }, async () => {
  const steps: MeetingLife['steps'] = [
    { kind: 'move', to: 1 }, { kind: 'send' }, { kind: 'move', to: 0 }, { kind: 'bring', who: 0 }, { kind: 'remove', who: 0 }, { kind: 'bring', who: 0 },
  ]
  const [host, guest, colleague] = await live({ isAskedFor: false, steps }, sink)
  expect([host, guest, colleague].map((one) => one?.mails.length)).toEqual([6, 3, 3])
  expect(outlookLike('amina@example.com', colleague?.mails ?? [])).toHaveLength(1)
  const ended = await live({ isAskedFor: false, steps: [...steps, { kind: 'cancel', by: 'host' }] }, sink)
  for (const { address, mails } of ended) for (const model of Object.values(MODELS)) expect(model(address, mails)).toEqual([])
})

/** What a sender that gets it wrong would do to a calendar that holds a good one. */
const WRONG: Record<string, (mail: CalendarMail) => CalendarMail> = {
  'a new UID with each version': (mail) => edit(mail, (ics) => ics.replace(/UID:/, `UID:${/SEQUENCE:(\d+)/.exec(ics)?.[1]}-`)),
  'a SEQUENCE and a DTSTAMP that stay': (mail) => edit(mail, (ics) => ics.replace(/SEQUENCE:\d+/, 'SEQUENCE:0').replace(/DTSTAMP:\w+/, 'DTSTAMP:20261120T080000Z')),
  'another organizer with each version': (mail) => edit(mail, (ics) => ics.replace(/mailto:moeder/, `mailto:m${/SEQUENCE:(\d+)/.exec(ics)?.[1]}`)),
  'the recipient as organizer': (mail) => edit(mail, (ics) => ics.replace(/mailto:moeder@fremmode.example/, `mailto:${mail.to}`)),
  'a cancellation that is a request': (mail) => ({ ...edit(mail, (ics) => ics.replace('METHOD:CANCEL', 'METHOD:REQUEST')), declaredMethod: 'REQUEST' }),
  'another method outside than inside': (mail) => ({ ...mail, declaredMethod: 'PUBLISH' }),
  'a local time without a zone': (mail) => edit(mail, (ics) => ics.replace(/(DTSTART:\w+)Z/, '$1')),
}

test.each(Object.entries(WRONG))('%s would be found', async (_, spoil) => {
  const alive = await live({ isAskedFor: false, steps: [{ kind: 'move', to: 1 }, { kind: 'move', to: 2 }] }, sink)
  const off = await live({ isAskedFor: false, steps: [{ kind: 'cancel', by: 'guest' }] }, sink)
  const found = [...alive, ...off].flatMap((recipient) => Object.values(MODELS).map((model) => (
    faultIn(recipient, model(recipient.address, recipient.mails.map(spoil)))
  )))
  expect(found.some((fault) => fault !== null)).toBe(true)
})

function edit(mail: CalendarMail, change: (ics: string) => string): CalendarMail {
  return { ...mail, alternative: mail.alternative && change(mail.alternative), attachment: mail.attachment && change(mail.attachment) }
}

function expectRight(recipient: Recipient, entries: Entry[], model: string): void {
  const fault = faultIn(recipient, entries)
  if (fault) throw new Error(`${model} of ${recipient.address}: ${fault}`)
}

/** Exactly one entry, at the time and with the people that hold now, leading to a seat that opens; or none at all. */
function faultIn({ right }: Recipient, entries: Entry[]): string | null {
  const [entry, ...more] = entries
  if (right === null) return entry ? `shows ${JSON.stringify(entries)} of a meeting that is not theirs` : null
  if (!entry || more.length > 0) return `shows ${entries.length} entries`
  const { uid, starts, ends, attendees, url } = entry
  const shown = JSON.stringify({ uid, starts, ends, attendees: [...attendees].sort() })
  const meant = JSON.stringify({ uid: right.uid, starts: right.starts, ends: right.ends, attendees: right.attendees })
  if (shown !== meant) return `shows ${shown}, right is ${meant}`
  return url.includes(`/${right.seatId}`) ? null : `leads to ${url} and not to seat ${right.seatId}`
}
