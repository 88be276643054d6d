import { expect, test } from 'vitest'
import type { RecordingView } from '#app/domain/meeting/recording.ts'
import { newsOfRecording } from '#app/domain/meeting/ui/recording/news-of-recording.ts'
import { messages } from '#app/i18n/messages.ts'

const texts = messages('da').room.recording.news

test('a question is told to those who are asked, not to the one who asks', () => {
  expect(newsOfRecording(null, view(), texts)).toBe('Mette spørger, om mødet må optages.')
  expect(newsOfRecording(null, own(), texts)).toBeNull()
  expect(newsOfRecording(view(), view(), texts)).toBeNull()
})

test('an answer is noted, and the host learns when nobody is missing any more', () => {
  expect(newsOfRecording(view(), view({ answer: 'yes' }), texts)).toBe(texts.noted)
  expect(newsOfRecording(own({ missing: ['Søren', 'Amina'] }), own({ missing: ['Amina'] }), texts)).toBeNull()
  expect(newsOfRecording(own({ missing: ['Amina'] }), own(), texts)).toBe(texts.ready)
})

test('everybody hears that it begins, also who came while it ran', () => {
  expect(newsOfRecording(view({ answer: 'yes' }), view({ answer: 'yes', stage: 'running' }), texts)).toBe(texts.started)
  expect(newsOfRecording(null, view({ answer: 'yes', stage: 'running' }), texts)).toBe(texts.started)
})

test.each([
  ['refused', 'asked', 'Søren vil helst ikke optages. Der bliver ikke optaget.'],
  ['withdrawn', 'running', 'Søren har trukket sit samtykke tilbage. Optagelsen er stoppet.'],
  ['newcomer', 'running', 'Søren er kommet ind og er ikke spurgt. Optagelsen er stoppet. Spørg igen for at optage videre.'],
] as const)('the host is told whose %s ended it, the others that it ended', (reason, stage, words) => {
  const ended = { stage: 'ended', reason } as const
  expect(newsOfRecording(own({ stage }), own({ ...ended, endedBy: 'Søren' }), texts)).toBe(words)
  expect(newsOfRecording(view({ stage }), view(ended), texts)).toBe(stage === 'asked' ? texts.notRecorded : texts.ended)
})

test('what ended before one came, and what ends with the meeting, is no news', () => {
  const ended = view({ stage: 'ended', reason: 'stopped' })
  expect(newsOfRecording(null, ended, texts)).toBeNull()
  expect(newsOfRecording(view({ stage: 'running' }), view({ stage: 'ended', reason: 'over' }), texts)).toBeNull()
  expect(newsOfRecording(ended, null, texts)).toBeNull()
})

test('a new question after an ended one is news again', () => {
  expect(newsOfRecording(view({ stage: 'ended', reason: 'stopped' }), view({ id: 'second' }), texts)).toBe('Mette spørger, om mødet må optages.')
})

function view(given: Partial<RecordingView> = {}): RecordingView {
  return { id: 'first', stage: 'asked', askedBy: 'Mette', isMine: false, answer: 'open', missing: [], reason: null, endedBy: null, ...given }
}

function own(given: Partial<RecordingView> = {}): RecordingView {
  return view({ isMine: true, answer: 'yes', ...given })
}
