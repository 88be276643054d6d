import { expect, test } from 'vitest'
import { explainInstant, type Ruling } from '#app/domain/calendar/explain.ts'
import { durationText } from '#app/i18n/duration-text.ts'
import { rulingText } from '#app/i18n/ruling-text.ts'
import { MINUTE_MS, parseInstant } from '#app/kernel/time.ts'
import { caseOf, rulesOf, windowOf, type SlotCase } from '../domain/calendar/slot-case.ts'

const TEN = '2027-05-03T08:00:00Z'

/** What one rule says of an instant in both languages, on the clock in Copenhagen. */
function texts(rule: Ruling['rule'], slotCase: SlotCase, at = TEN): [string, string] {
  const ruling = explainInstant(rulesOf(slotCase), parseInstant(at) ?? NaN).find((one) => one.rule === rule)
  if (!ruling) throw new Error(`no word of ${rule}`)
  return [rulingText(ruling, 'da', 'Europe/Copenhagen'), rulingText(ruling, 'en', 'Europe/Copenhagen')]
}

function booked(buffers: { bufferBeforeMinutes?: number; bufferAfterMinutes?: number; state?: string }, type = {}): SlotCase {
  return caseOf({ host: { bookings: [{ start: '2027-05-03T08:00:00Z', end: '2027-05-03T08:45:00Z', ...buffers }] }, type })
}

test('a meeting in the way is told with its buffers', () => {
  expect(texts('booking', booked({ bufferAfterMinutes: 15 }))).toEqual([
    'optaget af et møde 10.00–10.45 og 15 minutter efter det', 'taken by a meeting 10:00–10:45 and 15 minutes after it',
  ])
  expect(texts('booking', booked({ bufferBeforeMinutes: 1 }))).toEqual([
    'optaget af et møde 10.00–10.45 og 1 minut før det', 'taken by a meeting 10:00–10:45 and 1 minute before it',
  ])
  expect(texts('booking', booked({ bufferBeforeMinutes: 5, bufferAfterMinutes: 150, state: 'reserved' }))).toEqual([
    'ved at blive booket 10.00–10.45, 5 minutter før og 2 timer og 30 minutter efter det',
    'being booked 10:00–10:45, 5 minutes before and 2 hours and 30 minutes after it',
  ])
  expect(texts('booking', caseOf({}))).toEqual(['intet møde i vejen', 'no meeting in the way'])
})

test('where only the buffer of the new meeting is in the way, it is named', () => {
  const after = booked({}, { durationMinutes: 45, bufferBeforeMinutes: 15 })
  expect(texts('booking', after, '2027-05-03T08:45:00Z')).toEqual([
    'optaget af et møde 10.00–10.45; det nye møde skal have 15 minutter fri før sig',
    'taken by a meeting 10:00–10:45; the new meeting needs 15 minutes free before it',
  ])
  const before = booked({}, { durationMinutes: 60, bufferAfterMinutes: 10 })
  expect(texts('booking', before, '2027-05-03T07:00:00Z')[1])
    .toBe('taken by a meeting 10:00–10:45; the new meeting needs 10 minutes free after it')
})

test('busy time over several days is told with its days', () => {
  const busy = [{ start: '2027-05-02T20:00:00Z', end: '2027-05-05T07:30:00Z' }]
  const [danish, english] = texts('busy', caseOf({ host: { busy } }))
  expect(danish).toMatch(/^optaget søndag (den )?2\. maj kl\. 22\.00 – onsdag (den )?5\. maj kl\. 09\.30 i en anden kalender$/)
  expect(english).toBe('busy Sunday 2 May at 22:00 – Wednesday 5 May at 09:30 in another calendar')
  expect(texts('busy', caseOf({}))[0]).toBe('intet spærret, og intet i vejen i andre kalendere')
})

test('the hours of the day are told where they refuse', () => {
  const windows = ['08:00-09:00', '12:00-13:00', '14:00-15:00'].map(windowOf)
  const overridden = caseOf({ host: { overrides: [{ date: '2027-05-03', windows }] } })
  expect(texts('hours', caseOf({}), '2027-05-03T15:00:00Z')).toEqual([
    'uden for arbejdstiden: den dag er den 09.00–12.00', 'outside the working hours, which are 09:00–12:00 that day',
  ])
  expect(texts('hours', overridden)).toEqual([
    'uden for dagens særlige arbejdstid: 08.00–09.00, 12.00–13.00 og 14.00–15.00',
    'outside the special hours of that day: 08:00–09:00, 12:00–13:00 and 14:00–15:00',
  ])
  expect(texts('hours', caseOf({ host: { overrides: [{ date: '2027-05-03', windows: [] }] } }))).toEqual(['dagen er lukket', 'the day is closed'])
  expect(texts('hours', caseOf({ host: { weekly: [] } }))).toEqual(['der er ingen arbejdstid den dag', 'there are no working hours that day'])
  expect(texts('hours', caseOf({}), '2027-05-03T09:30:00Z')[1])
    .toBe('the meeting would end after the working hours, which end at 12:00')
  expect(texts('hours', caseOf({}))).toEqual(['inden for arbejdstiden', 'within the working hours'])
})

test('a day off is told by its name', () => {
  const holidays = [{ date: '2027-05-03', name: 'christmas-day' }]
  expect(texts('hours', caseOf({ host: { holidays } }))).toEqual(['lukket: juledag', 'closed: Christmas Day'])
  expect(texts('hours', caseOf({ host: { holidays: [{ date: '2027-05-03', name: 'Firmaets dag' }] } }))[0]).toBe('lukket: Firmaets dag')
  const timeOff = [{ from: '2027-05-03', to: '2027-05-03' }]
  expect(texts('hours', caseOf({ host: { timeOff } }))).toEqual(['fri', 'time off'])
  expect(texts('hours', caseOf({ host: { timeOff: [{ ...timeOff[0]!, note: 'Skiferie' }] } }))[1]).toBe('time off: Skiferie')
})

test('what the consultant has blocked is told with its own name', () => {
  const rules = rulesOf(caseOf({}))
  const busy = [{ startsAt: Date.UTC(2027, 4, 3, 8), endsAt: Date.UTC(2027, 4, 3, 9), source: 'own', title: 'Tandlæge' }]
  const ruling = explainInstant({ ...rules, hosts: rules.hosts.map((host) => ({ ...host, busy })) }, Date.UTC(2027, 4, 3, 8))
    .find(({ rule }) => rule === 'busy')
  expect(ruling && rulingText(ruling, 'da', 'Europe/Copenhagen')).toBe('spærret 10.00–11.00 (Tandlæge)')
  expect(ruling && rulingText(ruling, 'en', 'Europe/Copenhagen')).toBe('blocked 10:00–11:00 (Tandlæge)')
})

test('working hours of notice are told as such, and whose cap it is', () => {
  const working = { now: '2027-05-03T07:30:00Z', type: { noticeMinutes: 60, noticeCounts: 'working' as const } }
  expect(texts('notice', caseOf(working))).toEqual([
    'for tæt på: med et varsel på 60 minutter arbejdstid er det tidligste 10.30',
    'too soon: with a notice of 60 minutes of working time the earliest is 10:30',
  ])
  expect(texts('notice', caseOf({ ...working, host: { weekly: [] } }))[0])
    .toBe('for tæt på: der er ikke nok arbejdstid før til et varsel på 60 minutter arbejdstid')
  expect(texts('cap', caseOf({ host: { maxPerDay: 0 } }))[1]).toBe('there are already 0 of at most 0 meetings in all that day')
  expect(texts('cap', caseOf({ companyId: 'nordlys', type: { maxPerCompanyWeek: 0 } }))[1])
    .toBe('the company already has 0 of at most 0 of these meetings that week')
})

test('the nearest starting times are told where the grid refuses', () => {
  expect(texts('grid', caseOf({}))).toEqual(['en af starttiderne, som ligger med 60 minutter imellem', 'one of the starting times, which are 60 minutes apart'])
  expect(texts('grid', caseOf({}), '2027-05-03T08:05:00Z')).toEqual([
    'ikke en af starttiderne: de nærmeste er 10.00 og 11.00', 'not one of the starting times: the nearest are 10:00 and 11:00',
  ])
  expect(texts('grid', caseOf({}), '2027-05-03T09:30:00Z')[1]).toBe('not one of the starting times: the last is 11:00')
})

test('notice, horizon, caps and range are told with their limits', () => {
  const soon = { now: '2027-05-03T07:30:00Z', type: { noticeMinutes: 2880 } }
  const [danish, english] = texts('notice', caseOf(soon))
  expect(danish).toMatch(/^for tæt på: med et varsel på 2 døgn er det tidligste onsdag (den )?5\. maj kl\. 09\.30$/)
  expect(english).toBe('too soon: with a notice of 2 days the earliest is Wednesday 5 May at 09:30')
  expect(texts('notice', caseOf({ now: '2027-05-03T09:00:00Z' }))).toEqual(['tidspunktet er passeret', 'the time has passed'])
  expect(texts('horizon', caseOf({ type: { horizonDays: 1 } }))[1]).toBe('too far ahead: the last day is Saturday 2 January')
  expect(texts('horizon', caseOf({}))[0]).toBe('der er ingen sidste dag')
  expect(texts('cap', caseOf({ type: { maxPerWeek: 0 } }))[0]).toBe('der er allerede 0 af højst 0 af disse møder den uge')
  expect(texts('cap', caseOf({ type: { maxPerDay: 3 } }))[1]).toBe('0 of at most 3 of these meetings that day')
  expect(texts('range', caseOf({ to: TEN }))[1]).toBe('outside the period that was asked for: 02:00–10:00')
  expect(texts('hosts', caseOf({ hosts: [] }))).toEqual(['der er ingen konsulent at mødes med', 'there is no consultant to meet'])
})

test('a length is said as people say it', () => {
  const said = [0, 0.5, 1, 60, 90, 120, 121, 1440, 1560].map((minutes) => durationText(minutes * MINUTE_MS, 'en'))
  expect(said).toEqual([
    '0 minutes', '30 seconds', '1 minute', '60 minutes', '90 minutes', '2 hours', '2 hours and 1 minute', '1 day', '1 day and 2 hours',
  ])
  expect(durationText(1441 * MINUTE_MS, 'da')).toBe('1 døgn og 1 minut')
})
