import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_AGENDA, type Agenda, type AgendaItem } from '#app/domain/agenda/agenda.ts'
import { tradeOf } from '#app/domain/agenda/clock/trade.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'

const AT = 1_790_000_000_000
const later = (trade: ReturnType<typeof tradeOf>) => trade.later.map(({ minutes }) => minutes)

test('while everything fits nobody gives anything', () => {
  expect(trade([10, 20, 10], { spent: 4, left: 36 })).toMatchObject({ taken: 0, later: [{ minutes: 20, planned: 20 }, { minutes: 10 }] })
})

test('what one item runs over is taken from the later ones by their length, and the end stands', () => {
  const traded = trade([10, 20, 10], { spent: 16, left: 24 })
  expect(traded.taken).toBe(6)
  expect(later(traded)).toEqual([16, 8])
})

test('an important item gives only what the others can\'t', () => {
  expect(later(trade([10, 20, 10], { spent: 16, left: 24, important: [2] }))).toEqual([14, 10])
  expect(later(trade([10, 20, 10], { spent: 30, left: 4, important: [2] }))).toEqual([0, 4])
})

test('when the meeting\'s time is gone nothing is left, and nothing is less than nothing', () => {
  expect(trade([10, 20, 10], { spent: 60, left: -5 })).toMatchObject({ taken: 30, later: [{ minutes: 0 }, { minutes: 0 }] })
})

test('items that are done get and give nothing, and before the start all count', () => {
  const agenda = agendaOf([10, 20, 10])
  const done = { ...agenda, items: agenda.items.map((item, index) => ({ ...item, isDone: index === 1 })) }
  expect(tradeOf(done, { now: AT, endsAt: AT + 12 * MINUTE_MS }))
    .toMatchObject({ later: [{ itemId: '0', minutes: 6 }, { itemId: '2', minutes: 6 }], taken: 8 })
})

test('whatever the agenda, the later items get what there is to the minute, and never more than their plan', () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 1, maxLength: 20 })
  const [spentMinutes, leftMinutes] = [fc.nat(300), fc.integer({ min: -60, max: 600 })]
  fc.assert(fc.property(minutes, spentMinutes, leftMinutes, fc.array(fc.nat(19)), (planned, spent, left, important) => {
    const traded = trade(planned, { spent, left, important })
    const given = later(traded).reduce((sum, one) => sum + one, 0)
    const wanted = traded.later.reduce((sum, one) => sum + one.planned, 0)
    const room = Math.max(0, left - Math.max(0, (planned[0] ?? 0) - spent))
    expect(given).toBe(Math.min(wanted, room))
    expect(wanted - given).toBe(traded.taken)
    for (const one of traded.later) {
      expect(one.minutes).toBeGreaterThanOrEqual(0)
      expect(one.minutes).toBeLessThanOrEqual(one.planned)
    }
  }))
})

/** The first item is current and has used `spent` minutes; the meeting ends in `left`. */
function trade(minutes: number[], { spent, left, important = [] }: { spent: number; left: number; important?: number[] }) {
  const agenda = agendaOf(minutes, important)
  return tradeOf({ ...agenda, currentItemId: '0', currentSince: AT - spent * MINUTE_MS }, { now: AT, endsAt: AT + left * MINUTE_MS })
}

function agendaOf(minutes: number[], important: number[] = []): Agenda {
  return { ...EMPTY_AGENDA, items: minutes.map((planned, index): AgendaItem => (
    { id: `${index}`, title: '', purpose: '', minutes: planned, isDone: false, author: 'host', spentMs: 0, isImportant: important.includes(index) }
  )) }
}
