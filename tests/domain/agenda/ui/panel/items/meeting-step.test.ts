import { expect, test } from 'vitest'
import { EMPTY_AGENDA, type Agenda, type AgendaItem } from '#app/domain/agenda/agenda.ts'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import { countdownOf, spentMinutes } from '#app/domain/agenda/ui/panel/items/countdown.ts'
import { neighbours, nextMeetingStep, stepMove } from '#app/domain/agenda/ui/panel/items/meeting-step.ts'

test('one button leads through the whole meeting, and ticks each point that is left', () => {
  let agenda = agendaOf(['a', 'b', 'c'])
  const names: string[] = []
  for (let step = nextMeetingStep(agenda); step; step = nextMeetingStep(agenda)) {
    names.push(step.name)
    agenda = step.changes.reduce((before, change) => {
      const applied = applyChange(before, change, { role: 'host', seatId: 'h', name: 'Mette', at: 60_000 * names.length })
      return applied.ok ? applied.value : before
    }, agenda)
  }
  expect(names).toEqual(['start', 'next', 'next', 'finish'])
  expect(agenda.items.every((item) => item.isDone && item.spentMs === 60_000)).toBe(true)
  expect(agenda.currentItemId).toBeNull()
})

test('points that are done are passed over, and one that was skipped comes before the end', () => {
  const skipped = { ...agendaOf(['a', 'b', 'c'], ['c']), currentItemId: 'b', currentSince: 0 }
  expect(nextMeetingStep(skipped)?.changes.at(-1)).toEqual({ kind: 'item-start', itemId: 'a' })
  expect(nextMeetingStep(agendaOf(['a', 'b'], ['a']))).toEqual({ name: 'next', changes: [{ kind: 'item-start', itemId: 'b' }] })
})

test('there is no next step when nothing is left, or nothing planned', () => {
  expect(nextMeetingStep(EMPTY_AGENDA)).toBeNull()
  expect(nextMeetingStep(agendaOf(['a'], ['a']))).toBeNull()
})

test('a point moves one place up or down, and stays at the ends', () => {
  const agenda = agendaOf(['a', 'b', 'c'])
  expect(orderAfter(agenda, 'b', 'up')).toEqual(['b', 'a', 'c'])
  expect(orderAfter(agenda, 'b', 'down')).toEqual(['a', 'c', 'b'])
  expect(orderAfter(agenda, 'a', 'down')).toEqual(['b', 'a', 'c'])
  expect(stepMove(agenda, 'b', 'up')?.position).toBe(1)
  expect(stepMove(agenda, 'b', 'down')?.position).toBe(3)
  expect(stepMove(agenda, 'a', 'up')).toBeNull()
  expect(stepMove(agenda, 'c', 'down')).toBeNull()
  expect(stepMove(agenda, 'unknown', 'down')).toBeNull()
})

test('when a point goes the focus has somewhere to go: the next, else the one before', () => {
  const agenda = agendaOf(['a', 'b', 'c'])
  expect(neighbours(agenda, 'b')).toEqual(['c', 'a'])
  expect(neighbours(agenda, 'c')).toEqual(['b'])
  expect(neighbours(agendaOf(['a']), 'a')).toEqual([])
})

test.each([
  [300_000, { kind: 'left', clock: '5:00' }], [299_001, { kind: 'left', clock: '5:00' }], [9_000, { kind: 'left', clock: '0:09' }],
  [1, { kind: 'left', clock: '0:01' }], [4_500_000, { kind: 'left', clock: '75:00' }],
  [0, { kind: 'just-over' }], [-59_999, { kind: 'just-over' }], [-60_000, { kind: 'over', minutes: 1 }], [-200_000, { kind: 'over', minutes: 3 }],
])('%i ms left is told as %j', (leftMs, told) => {
  expect(countdownOf(leftMs)).toEqual(told)
})

test('a point that was used took at least a minute', () => {
  expect([1, 89_000, 91_000].map(spentMinutes)).toEqual([1, 1, 2])
})

function orderAfter(agenda: Agenda, itemId: string, direction: 'up' | 'down'): string[] {
  const move = stepMove(agenda, itemId, direction)
  const applied = move && applyChange(agenda, move.change, { role: 'host', seatId: 'h', name: 'Mette', at: 0 })
  return applied?.ok ? applied.value.items.map(({ id }) => id) : []
}

function agendaOf(itemIds: string[], done: string[] = []): Agenda {
  const items = itemIds.map((id): AgendaItem => ({
    id, title: id, purpose: '', minutes: 5, isDone: done.includes(id), author: 'template', spentMs: 0,
  }))
  return { ...EMPTY_AGENDA, items }
}
