import fc from 'fast-check'
import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { AgendaChange, ChangeContext } from '#app/domain/agenda/change.ts'

/** Few ids, so that changes meet each other; upper ones are never added and so always unknown. */
export const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`)

const id = fc.constantFrom(...ids)
const nullableId = fc.option(id, { nil: null })

/** What people type, paste and attack with. */
export const wildText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom(
    '', '   ', '\n\t', '\u0000', 'a\u0000b', '\ud800', '\udc00x', 'x\u202Ey', '\uFEFF', '<script>alert(1)</script>', '__proto__',
    'x'.repeat(4_001), 'x'.repeat(100_000), 'æ'.repeat(200), '\u000Bfra PowerPoint\r\nlinje to', "'; DROP TABLE agenda; --",
  ) },
)

const wildMinutes = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 240 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 241, 1.5, Number.NaN, Number.POSITIVE_INFINITY, -0, 1e21) },
)

const due = fc.constantFrom('', '2026-12-01', '2024-02-29', '2026-02-30', '2026-13-01', 'i morgen', '0000-00-00')

const itemText = { title: wildText, purpose: wildText, minutes: wildMinutes }
const entryText = { text: wildText, owner: wildText, due }
const entryKind = fc.constantFrom('decision' as const, 'next-step' as const, 'parked' as const)

const page = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 1.5, Number.NaN, 501) },
)

export const anyChange: fc.Arbitrary<AgendaChange> = fc.oneof(
  fc.record({ kind: fc.constant('item-add' as const), itemId: id, ...itemText, afterItemId: nullableId }),
  fc.record({ kind: fc.constant('item-edit' as const), itemId: id, ...itemText }),
  fc.record({ kind: fc.constant('item-remove' as const), itemId: id }),
  fc.record({ kind: fc.constant('item-move' as const), itemId: id, beforeItemId: nullableId }),
  fc.record({ kind: fc.constant('item-tick' as const), itemId: id, isDone: fc.boolean() }),
  fc.record({ kind: fc.constant('item-start' as const), itemId: nullableId }),
  fc.record({ kind: fc.constant('item-mark' as const), itemId: id, isImportant: fc.boolean() }),
  fc.record({ kind: fc.constant('question-add' as const), itemId: id, questionId: id, text: wildText }),
  fc.record({ kind: fc.constant('question-remove' as const), itemId: id, questionId: id }),
  fc.record({ kind: fc.constant('entry-add' as const), entryId: id, entryKind, itemId: nullableId, ...entryText }),
  fc.record({ kind: fc.constant('entry-edit' as const), entryId: id, ...entryText }),
  fc.record({ kind: fc.constant('entry-remove' as const), entryId: id }),
  fc.record({ kind: fc.constant('document-show' as const), documentId: id, name: wildText, page, pages: page }),
  fc.record({ kind: fc.constant('document-page' as const), documentId: id, page }),
  fc.record({ kind: fc.constant('document-hide' as const) }),
)

/** Clocks of two servers may disagree, so `at` does not only rise. */
export const anyContext: fc.Arbitrary<ChangeContext> = fc.record({
  role: fc.constantFrom('host' as const, 'guest' as const),
  seatId: fc.constantFrom(...ids.slice(0, 3)),
  name: fc.constantFrom('Mette', 'Søren'),
  at: fc.integer({ min: 1_790_000_000_000, max: 1_790_010_000_000 }),
})

export type Step = { change: AgendaChange; context: ChangeContext }

export const anySteps: fc.Arbitrary<Step[]> = fc.array(fc.record({ change: anyChange, context: anyContext }), { maxLength: 60 })

/** What the database and the wire do to an agenda. */
export function storedAndRead<Value extends Agenda | AgendaChange>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}
