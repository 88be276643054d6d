import { expect, test } from 'vitest'
import { EMPTY_AGENDA } from '#app/domain/agenda/agenda.ts'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import { parseAgendaChange } from '#app/domain/agenda/input.ts'
import { newId } from '#app/kernel/ids.ts'
import { line } from '../../support/next-world.ts'

const GUEST = { role: 'guest', name: 'Søren', seatId: 'seat', at: 2 } as const

test('a correction reaches a line of the other side, and keeps who wrote it and where', () => {
  const written = line('decision', 'Seks', { author: 'host', authorName: 'Mette' })
  const change = { kind: 'entry-correct', entryId: written.id, text: 'Otte', owner: '', due: '' } as const
  expect(applyChange({ ...EMPTY_AGENDA, entries: [written] }, change, GUEST)).toEqual({ ok: true, value: { ...EMPTY_AGENDA, entries: [{ ...written, text: 'Otte' }] } })
  expect(applyChange({ ...EMPTY_AGENDA, entries: [written] }, { ...change, kind: 'entry-edit' }, GUEST)).toEqual({ ok: false, reason: 'not-allowed' })
})

test('no browser can send one', () => {
  expect(parseAgendaChange({ kind: 'entry-correct', entryId: newId(), text: 'Otte', owner: '', due: '' })).toEqual({ ok: false, reason: 'malformed' })
})

test('where a point comes from is said by the server alone', () => {
  const added = { kind: 'item-add', itemId: newId(), title: 'Prisen', purpose: '', minutes: 5, afterItemId: null, carriedFrom: newId() } as const
  const applied = applyChange(EMPTY_AGENDA, added, { ...GUEST, role: 'host' })
  expect(applied).toMatchObject({ ok: true, value: { items: [{ carriedFrom: added.carriedFrom }] } })
  const parsed = parseAgendaChange(added)
  expect(parsed.ok && 'carriedFrom' in parsed.value).toBe(false)
})
