import { expect, test } from 'vitest'
import { isDoubtful, isToWatchClosely, lineOf, nextWatched, NOTHING_SEEN, type Sample, type Stall, type Watched } from '#app/domain/meeting/ui/stall/stall.ts'

const STEP_MS = 500

/** A call of two in which everything flows: what each look adds, and what else is different in it. */
type Look = Partial<Omit<Sample, 'at' | 'people' | 'sent' | 'reportedAt' | 'reportedAgoMs'>> & {
  picture?: number | null
  sound?: number | null
  sent?: number | null
  isReported?: boolean
  /** How long before the look the report came. */
  agoMs?: number
  afterMs?: number
}

const FLOWS = { picture: 12, sound: 25, sent: 40, isReported: true, app: 'reached', isServerUp: true, isMending: false, notes: {} } as const

function run(looks: Look[], from?: { watched: Watched; at: number }): { watched: Watched; at: number; shown: string[] } {
  let { watched, at } = from ?? { watched: NOTHING_SEEN, at: 10_000 }
  const count = { picture: 0, sound: 0, sent: 0, reportedAt: 0 }
  const shown: string[] = []
  for (const look of looks) {
    const { picture, sound, sent, isReported, agoMs = 0, afterMs = STEP_MS, ...rest } = { ...FLOWS, ...look }
    at += afterMs
    count.picture += picture ?? 0
    count.sound += sound ?? 0
    count.sent += sent ?? 0
    if (isReported) count.reportedAt = at
    const people = [{ id: 'p-1', name: 'Søren', picture: picture === null ? null : count.picture, sound: sound === null ? null : count.sound }]
    const given = { sent: sent === null ? null : count.sent, reportedAt: count.reportedAt, reportedAgoMs: agoMs }
    watched = nextWatched(watched, { ...rest, ...given, at, people })
    shown.push(reasons(watched.stalls))
  }
  return { watched, at, shown }
}

function reasons(stalls: Stall[]): string {
  return stalls.map(({ why, person }) => (person ? `${why} ${person.name}` : why)).join(', ')
}

function times(count: number, look: Look = {}): Look[] {
  return Array.from({ length: count }, () => look)
}

const SILENT: Look = { picture: 0, sound: 0 }
const DEAD: Look = { ...SILENT, isReported: false }

test('while everything flows nothing is shown and the app is left alone', () => {
  const { watched, at, shown } = run(times(60))
  expect(new Set(shown)).toEqual(new Set(['']))
  expect(isDoubtful(watched, at)).toBe(false)
  expect(lineOf(watched)).toBe('good')
})

test('one look without a frame is asked about, two are a stall: shown within two seconds of the last frame', () => {
  const one = run([...times(4), SILENT])
  expect([isDoubtful(one.watched, one.at), one.shown.at(-1)]).toEqual([true, ''])
  expect(run([...times(4), ...times(2, SILENT)]).shown.at(-1)).toBe('their-line Søren')
})

test('a report that is due is watched for closely, the app is asked when it is late, and by its own time it is overdue', () => {
  const after = (...looks: Look[]) => run([...times(6), { agoMs: 300 }, ...looks.map((look) => ({ isReported: false, ...look }))])
  const found = [600, 750, 900].map((afterMs) => {
    const next = after({ afterMs })
    return [isToWatchClosely(next.watched, next.at), isDoubtful(next.watched, next.at)]
  })
  expect(found).toEqual([[false, false], [true, false], [true, true]])
  expect(after({ afterMs: 1_050 }, { afterMs: 100 }).shown.slice(-2)).toEqual(['', 'my-upload'])
})

test('nothing comes and what is sent is reported: it is theirs', () => {
  expect(run([...times(6), ...times(3, SILENT)]).shown.at(-1)).toBe('their-line Søren')
})

test('nothing comes, nothing is reported, the app answers: my line carries no media', () => {
  const { watched, shown } = run([...times(6), ...times(3, DEAD)])
  expect(shown.slice(-3)).toEqual(['', '', 'my-line'])
  expect(lineOf(watched)).toBe('no-media')
})

test('nothing comes and the app is silent too: it is my line', () => {
  expect(run([...times(6), { ...DEAD, app: 'unknown' }, ...times(2, { ...DEAD, app: 'silent' })]).shown.slice(-2)).toEqual(['my-line', 'my-line'])
})

test('before the app has answered nobody is named', () => {
  expect(run([...times(6), ...times(4, { ...DEAD, app: 'unknown' })]).shown.at(-1)).toBe('')
})

test('what I send is not reported while theirs comes: my upload', () => {
  const { watched, shown } = run([...times(6), ...times(3, { isReported: false })])
  expect([shown.at(-1), lineOf(watched)]).toEqual(['my-upload', 'no-upload'])
})

test('the server is named when the app says that it is gone, or when it is dead for everybody', () => {
  expect(run([...times(6), ...times(3, { ...DEAD, isServerUp: false })]).shown.at(-1)).toBe('server')
  expect(run([...times(6), ...times(3, { ...DEAD, notes: { 'p-1': 'no-media' } })]).shown.at(-1)).toBe('server')
})

test('a camera that is off, a silent microphone, and a picture that is paused are no stalls', () => {
  expect(new Set(run([...times(6), ...times(30, { picture: null, sound: null })]).shown)).toEqual(new Set(['']))
  expect(new Set(run([...times(6), ...times(30, { picture: null, sound: 1 })]).shown)).toEqual(new Set(['']))
  const seldom = Array.from({ length: 30 }, (_, index): Look => ({ picture: null, sound: index % 4 === 0 ? 1 : 0 }))
  expect(new Set(run([...times(6), ...seldom]).shown)).toEqual(new Set(['']))
})

test('a voice without a picture that is gone for three seconds is a stall', () => {
  expect(run([...times(6, { picture: null }), ...times(5, { picture: null, sound: 0 })]).shown.at(-1)).toBe('')
  expect(run([...times(6, { picture: null }), ...times(6, { picture: null, sound: 0 })]).shown.at(-1)).toBe('their-line Søren')
})

test('a picture that stands still while the voice comes is called that', () => {
  expect(run([...times(6), ...times(3, { picture: 0 })]).shown.at(-1)).toBe('their-picture Søren')
})

test('who sends nothing, muted and unseen, is not told that nothing arrives', () => {
  expect(new Set(run([...times(6), ...times(20, { sent: 0, isReported: false })]).shown)).toEqual(new Set(['']))
  expect(new Set(run([...times(6), ...times(20, { sent: null, isReported: false })]).shown)).toEqual(new Set(['']))
  expect(run([...times(6, { sent: null, isReported: false }), ...times(3, { ...DEAD, sent: null })]).shown.at(-1)).toBe('their-line Søren')
})

test('what the others\' browsers tell is shown only where their media still come', () => {
  expect(run([...times(6), { notes: { 'p-1': 'no-media' } }]).shown.at(-1)).toBe('their-download Søren')
  expect(run([...times(6), { notes: { 'p-1': 'no-upload' } }]).shown.at(-1)).toBe('')
  expect(run([...times(6), ...times(3, { ...SILENT, notes: { 'p-1': 'no-media' } })]).shown.at(-1)).toBe('their-line Søren')
})

test('words stay two seconds, then go with the stall', () => {
  const { shown } = run([...times(6), ...times(2, SILENT), ...times(5)])
  expect(shown.slice(7)).toEqual(['their-line Søren', 'their-line Søren', 'their-line Søren', 'their-line Søren', '', ''])
})

test('while LiveKit mends the line the words stay, though nobody is left to look at', () => {
  const stalled = run([...times(6), ...times(3, { ...DEAD, app: 'silent' })])
  const mending = run(times(20, { picture: null, sound: null, sent: null, isReported: false, isMending: true }), stalled)
  expect(new Set(mending.shown)).toEqual(new Set(['my-line']))
})

test('a page that slept judges nothing by the time it slept', () => {
  const { shown } = run([...times(6), { ...DEAD, afterMs: 30_000 }, DEAD, DEAD, DEAD, ...times(4)])
  expect(new Set(shown)).toEqual(new Set(['']))
})

test('of three people the one is named whose line it is', () => {
  let watched = NOTHING_SEEN
  for (let look = 1; look <= 12; look += 1) {
    const people = ['Søren', 'Amina', 'Thomas'].map((name) => {
      const count = name === 'Amina' ? Math.min(look, 6) : look
      return { id: name, name, picture: count, sound: count }
    })
    watched = nextWatched(watched, {
      at: look * STEP_MS, people, sent: look, reportedAt: look, reportedAgoMs: 0, app: 'reached', isServerUp: true, isMending: false, notes: {},
    })
  }
  expect(reasons(watched.stalls)).toBe('their-line Amina')
})

test('a slow app is not taken for an own line that is dead while reports still come', () => {
  expect(run([...times(6), ...times(3, { ...SILENT, app: 'silent' })]).shown.at(-1)).toBe('their-line Søren')
})

test('when all comes back, the reports may come a moment later than the pictures', () => {
  const back = [...times(2, { isReported: false }), ...times(8)]
  const { shown } = run([...times(6), ...times(6, { ...DEAD, app: 'silent' }), ...back])
  expect([...new Set(shown)]).toEqual(['', 'my-line'])
  expect(shown.at(-1)).toBe('')
})

test('whoever is alone is told of no stall: to nobody nothing is sent, so no report comes', () => {
  const { watched } = run(times(4))
  const alone = (at: number, isMending = false): Sample => (
    { at, people: [], sent: 160, reportedAt: 12_000, reportedAgoMs: 0, app: 'reached', isServerUp: true, isMending, notes: {} }
  )
  let left = watched
  for (let at = 12_500; at < 30_000; at += STEP_MS) left = nextWatched(left, alone(at))
  expect(left.stalls).toEqual([])
  const { watched: still } = run(times(4, { picture: 0, sound: 0, isReported: false, app: 'silent' }), run(times(4)))
  expect(reasons(still.stalls)).toBe('my-line')
  expect(reasons(nextWatched(still, alone(14_500, true)).stalls)).toBe('my-line')
})
