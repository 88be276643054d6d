import { expect, test } from 'vitest'
import { EMPTY_AGENDA, type Agenda } from '#app/domain/agenda/agenda.ts'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import type { AgendaChange } from '#app/domain/agenda/change.ts'
import { createWishes } from '#app/domain/agenda/ui/panel/wishes.ts'
import { agendaKeys } from '#app/domain/agenda/ui/room/agenda-keys.ts'
import { suggestedLayoutOf } from '#app/domain/agenda/ui/room/suggested-layout.ts'
import { messages } from '#app/i18n/messages.ts'

const texts = messages('da').agenda.writing.keys
const planned: Agenda = { ...EMPTY_AGENDA, items: ['a', 'b'].map((id) => (
  { id, title: `Punkt ${id}`, purpose: '', minutes: 5, isDone: false, author: 'host', spentMs: 0 }
)) }

test('the key leads from point to point, says where, and ticks what was done', () => {
  const room = hold(planned)
  for (let press = 0; press < 3; press += 1) room.keys().nextItem?.()
  expect(room.said).toEqual(['Punkt a', 'Punkt b', texts.allDone])
  expect(room.agenda()).toMatchObject({ currentItemId: null, items: [{ isDone: true }, { isDone: true }] })
  room.keys().nextItem?.()
  expect(room.said.at(-1)).toBe(texts.allDone)
})

test('the clock stops on a point and goes on with the same one', () => {
  const room = hold(planned)
  room.keys().timer?.()
  room.at(60_000)
  room.keys().timer?.()
  expect(room.agenda()).toMatchObject({ currentItemId: null, items: [{ spentMs: 60_000, isDone: false }, {}] })
  room.keys().timer?.()
  expect(room.agenda().currentItemId).toBe('a')
  expect(room.said).toEqual([texts.timer, texts.timerOff, texts.timer])
  const none = hold(EMPTY_AGENDA)
  none.keys().timer?.()
  expect(none.said).toEqual([texts.noPoint])
})

test('a guest\'s keys write, and lead nobody', () => {
  const room = hold(planned, 'guest')
  expect([room.keys().nextItem, room.keys().timer]).toEqual([null, null])
  room.keys().write('decision')
  expect([room.wishes.read(), room.shown()]).toEqual([{ kind: 'entry', entryKind: 'decision' }, 1])
  room.keys().write('notes')
  expect(room.wishes.read()).toEqual({ kind: 'notes' })
})

test('a point says how the call is to be seen, and one that does not say leaves it to each', () => {
  const at = (layout?: 'faces' | 'share' | 'both') => ({ ...planned, currentItemId: 'a', items: planned.items.map((item) => ({ ...item, layout })) })
  expect(suggestedLayoutOf(at('faces'))).toEqual({ key: 'a', layout: 'side-by-side' })
  expect(suggestedLayoutOf(at('share')).layout).toBe('speaker')
  expect(suggestedLayoutOf(at('both')).layout).toBe('automatic')
  expect(suggestedLayoutOf(at())).toEqual({ key: 'a', layout: null })
  expect(suggestedLayoutOf(planned)).toEqual({ key: null, layout: null })
})

function hold(start: Agenda, role: 'host' | 'guest' = 'host') {
  let [agenda, now, shown] = [start, 0, 0]
  const said: string[] = []
  const wishes = createWishes()
  const change = (made: AgendaChange) => {
    const applied = applyChange(agenda, made, { role, seatId: role, name: '', at: now })
    if (applied.ok) agenda = applied.value
  }
  const keys = () => agendaKeys({
    inHand: { agenda, change }, role, wishes, texts, side: { show: () => { shown += 1 } }, say: (words) => said.push(words),
  })
  return { keys, said, wishes, agenda: () => agenda, at(ms: number) { now = ms }, shown: () => shown }
}
