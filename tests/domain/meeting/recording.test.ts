import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { PRESENT_WITHIN_MS } from '#app/domain/meeting/meeting.ts'
import { standingOf, viewRecording, WORDING_VERSION, type Consent, type RecordingFacts } from '#app/domain/meeting/recording.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { messages } from '#app/i18n/messages.ts'

const NOW = 1_000_000
const host = seat('host', { role: 'host', name: 'Mette' })
const guest = seat('guest', { name: 'Søren' })
const seats = [host, guest]
const around = { meetingState: 'live', seats, now: NOW } as const

test('asked: those inside who have not said yes are missing, and with none it may begin', () => {
  expect(standingOf(facts(), around)).toEqual({ stage: 'asked', missing: ['guest'] })
  expect(standingOf(facts({ guest: true }), around)).toEqual({ stage: 'asked', missing: [] })
})

test('running: it goes on only while everybody inside has said yes', () => {
  expect(standingOf(running({ guest: true }), around)).toEqual({ stage: 'running' })
  expect(standingOf(running(), around)).toEqual({ stage: 'ended', reason: 'newcomer', by: 'guest' })
  const amina = seat('amina', { name: 'Amina' })
  expect(standingOf(running({ guest: true }), { ...around, seats: [...seats, amina] })).toEqual({ stage: 'ended', reason: 'newcomer', by: 'amina' })
})

test('a no and a withdrawal end it, also while the question still stands', () => {
  expect(standingOf(facts({ guest: false }), around)).toEqual({ stage: 'ended', reason: 'refused', by: 'guest' })
  const withdrawn = [{ seatId: 'guest', isYes: true, withdrawnAt: NOW }]
  for (const given of [facts(), running()]) {
    expect(standingOf({ ...given, consents: withdrawn }, around)).toEqual({ stage: 'ended', reason: 'withdrawn', by: 'guest' })
  }
})

test.each(['away', 'waiting', 'removed'] as const)('whoever is %s is not asked and stops nothing', (door) => {
  const outside = seat('outside', { door })
  expect(standingOf(running({ guest: true }), { ...around, seats: [...seats, outside] })).toEqual({ stage: 'running' })
})

test('who closed the page is gone after a while, unless LiveKit still has them in the room', () => {
  const silent = seat('silent', { lastSeenAt: NOW - PRESENT_WITHIN_MS - 1 })
  const withSilent = { ...around, seats: [...seats, silent] }
  expect(standingOf(running({ guest: true }), withSilent)).toEqual({ stage: 'running' })
  const heard = { ...running({ guest: true }), connected: ['silent'] }
  expect(standingOf(heard, withSilent)).toEqual({ stage: 'ended', reason: 'newcomer', by: 'silent' })
})

test('when the one who records is gone, or the meeting is over, so is the recording', () => {
  const left = { ...around, seats: [{ ...host, door: 'away' as const }, guest] }
  expect(standingOf(running({ guest: true }), left)).toEqual({ stage: 'ended', reason: 'gone', by: 'host' })
  for (const meetingState of ['ended', 'cancelled'] as const) {
    expect(standingOf(running({ guest: true }), { ...around, meetingState })).toEqual({ stage: 'ended', reason: 'over', by: null })
  }
})

test('what was written down as its end stays its end', () => {
  const { recording, ...rest } = running({ guest: true })
  const ended = { ...rest, recording: { ...recording, endedAt: NOW, endReason: 'stopped' as const, endedBy: 'host' } }
  expect(standingOf(ended, around)).toEqual({ stage: 'ended', reason: 'stopped', by: 'host' })
})

test('names of those who have not answered, or said no, are for the one who asked', () => {
  const [asHost, asGuest] = [viewRecording(host, facts(), around), viewRecording(guest, facts(), around)]
  expect(asHost).toMatchObject({ stage: 'asked', isMine: true, answer: 'yes', missing: ['Søren'] })
  expect(asGuest).toMatchObject({ stage: 'asked', isMine: false, answer: 'open', missing: [], askedBy: 'Mette' })
  const refused = facts({ guest: false })
  expect(viewRecording(host, refused, around)).toMatchObject({ stage: 'ended', reason: 'refused', endedBy: 'Søren' })
  expect(viewRecording(guest, refused, around)).toMatchObject({ stage: 'ended', answer: 'no', endedBy: null })
})

test('nobody outside learns of it, and before anybody asked there is nothing to see', () => {
  for (const door of ['away', 'waiting', 'removed'] as const) expect(viewRecording({ ...guest, door }, running(), around)).toBeNull()
  expect(viewRecording(guest, null, around)).toBeNull()
})

test('other words are another version of the question', () => {
  const words = (['da', 'en'] as const).map((locale) => messages(locale).room.recording.question)
  const digest = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)
  expect({ version: WORDING_VERSION, digest }).toEqual({ version: 1, digest: '456b1da0f579d324' })
})

function seat(id: string, given: Partial<Seat> = {}): Seat {
  return {
    id, meetingId: 'meeting', role: 'guest', personId: null, consultantId: null, name: id, email: '', companyName: null, locale: 'da',
    timeZone: 'Europe/Copenhagen', identity: id, linkGeneration: 1, door: 'admitted', readiness: null, lastSeenAt: NOW, admittedAt: NOW,
    turnUp: null, handRaisedAt: null, checked: null, deviceHash: null, hold: null,
    ...given,
  }
}

/** The host has said yes by asking; the others as given. */
function facts(answers: Record<string, boolean> = {}): RecordingFacts {
  const consents: Consent[] = Object.entries({ host: true, ...answers }).map(([seatId, isYes]) => ({ seatId, isYes, withdrawnAt: null }))
  const recording = { id: 'r', askedBy: 'host', askedAt: NOW, startedAt: null, endedAt: null, endReason: null, endedBy: null }
  return { recording, consents, connected: [] }
}

function running(answers: Record<string, boolean> = {}): RecordingFacts {
  const { recording, ...rest } = facts(answers)
  return { ...rest, recording: { ...recording, startedAt: NOW } }
}
