import { expect, test } from 'vitest'
import { mayCount, MIRROR_LIMITS, ownPercent, sharesOf } from '#app/domain/agenda/mirror/mirror.ts'
import { parseMirrorChoice, parseSpokenReport } from '#app/domain/agenda/mirror/mirror-input.ts'
import { newId } from '#app/kernel/ids.ts'

const AT = 1_790_000_000_000

const PEOPLE = [{ id: 'host', name: 'Mette' }, { id: 'two', name: 'Amina' }, { id: 'one', name: 'Søren' }]

test('sums become the reader\'s own share at each item and outside of them, with what each other person said', () => {
  const sums = [sum('clear', 'host', 71_000), sum('clear', 'one', 20_000), sum('clear', 'two', 9_000), sum(null, 'one', 4_000)]
  const [amina, soren] = [{ seatId: 'two', name: 'Amina' }, { seatId: 'one', name: 'Søren' }]
  expect(sharesOf(sums, { readerId: 'host', people: PEOPLE })).toEqual([
    { itemId: 'clear', ownMs: 71_000, allMs: 100_000, others: [{ ...amina, ms: 9_000 }, { ...soren, ms: 20_000 }] },
    { itemId: null, ownMs: 0, allMs: 4_000, others: [{ ...soren, ms: 4_000 }] },
  ])
  expect(sharesOf([], { readerId: 'host', people: PEOPLE })).toEqual([])
})

test('whoever may not be named is in the whole alone', () => {
  const [share] = sharesOf([sum('clear', 'host', 71_000), sum('clear', 'gone', 29_000)], { readerId: 'host', people: PEOPLE })
  expect(share).toEqual({ itemId: 'clear', ownMs: 71_000, allMs: 100_000, others: [] })
})

test('a share is told in whole percent, once enough was said', () => {
  expect(ownPercent({ ownMs: 71_000, allMs: 100_000 })).toBe(71)
  expect(ownPercent({ ownMs: 0, allMs: 100_000 })).toBe(0)
  expect(ownPercent({ ownMs: 9_000, allMs: 9_000 })).toBeNull()
})

test('one page counts until it lets go or is silent, whatever clock was set back', () => {
  const held = { counterId: 'one', countedAt: AT }
  expect(mayCount('one', held, AT)).toBe(true)
  expect(mayCount('two', held, AT + MIRROR_LIMITS.heldMs)).toBe(false)
  expect(mayCount('two', held, AT + MIRROR_LIMITS.heldMs + 1)).toBe(true)
  expect(mayCount('two', held, AT - 3_600_000)).toBe(true)
  expect(mayCount('two', { counterId: null, countedAt: AT }, AT)).toBe(true)
  expect(mayCount('two', null, AT)).toBe(true)
})

test('what a page sends is read in whole milliseconds, and what none of ours sends is not', () => {
  const report = { counterId: newId(), number: 1, spoken: [{ itemId: null, identity: 'x', ms: 12.6 }], isLast: false }
  expect(parseSpokenReport(report)?.spoken).toEqual([{ itemId: null, identity: 'x', ms: 13 }])
  const one = { itemId: null, identity: 'x', ms: 1 }
  for (const part of [
    { number: 0 }, { number: 1.5 }, { counterId: 'x' }, { isLast: 'yes' }, { spoken: null }, { spoken: [{ ...one, ms: -1 }] },
    { spoken: [{ ...one, ms: Number.NaN }] }, { spoken: [{ ...one, ms: 3_600_000 }] }, { spoken: [{ ...one, itemId: 'x' }] },
    { spoken: Array.from({ length: 201 }, () => one) },
  ]) expect(parseSpokenReport({ ...report, ...part })).toBeNull()
  for (const body of [null, 'x', [], {}]) expect(parseSpokenReport(body)).toBeNull()
})

test('a guest says that they were told, or what they want', () => {
  expect(parseMirrorChoice({ intent: 'told' })).toEqual({ intent: 'told' })
  expect(parseMirrorChoice({ intent: 'choose', isOn: false })).toEqual({ intent: 'choose', isOn: false })
  for (const body of [null, {}, { intent: 'choose' }, { intent: 'choose', isOn: 'no' }, { intent: 'other' }]) expect(parseMirrorChoice(body)).toBeNull()
})

function sum(itemId: string | null, seatId: string, ms: number) {
  return { itemId, seatId, ms }
}
