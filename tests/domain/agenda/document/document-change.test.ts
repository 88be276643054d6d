import { expect, test } from 'vitest'
import { EMPTY_AGENDA, planOf, type Agenda } from '#app/domain/agenda/agenda.ts'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import type { AgendaChange, ChangeRefusal } from '#app/domain/agenda/change.ts'
import { DOCUMENT_LIMITS, nearestPage, pageToShow } from '#app/domain/agenda/document/shown-document.ts'
import { parseAgendaChange } from '#app/domain/agenda/input.ts'

const FILE = 'aaaaaaaa-0000-4000-8000-000000000000'
const MESSAGE = 'bbbbbbbb-0000-4000-8000-000000000000'
const SHOW = { kind: 'document-show', documentId: MESSAGE, name: 'Tilbud.pdf', page: 1, pages: 12 } as const

test('what the host shows stands before everybody, and the host turns its pages', () => {
  const agenda = play([SHOW, { kind: 'document-page', documentId: MESSAGE, page: 7 }])
  expect(agenda.document).toEqual({ documentId: MESSAGE, name: 'Tilbud.pdf', page: 7, pages: 12 })
})

test('another document takes the place of the first, and a turn that was meant for the first turns nothing', () => {
  const agenda = play([SHOW, { ...SHOW, documentId: FILE, name: 'Priser', pages: 2 }])
  expect(agenda.document).toEqual({ documentId: FILE, name: 'Priser', page: 1, pages: 2 })
  expect(reasonOf(agenda, { kind: 'document-page', documentId: MESSAGE, page: 2 })).toBe('no-such-document')
})

test('a document is put away once and for all, and putting nothing away changes nothing', () => {
  const agenda = play([SHOW, { kind: 'document-hide' }])
  expect(agenda.document).toBeNull()
  expect(play([{ kind: 'document-hide' }])).toEqual(EMPTY_AGENDA)
  expect(reasonOf(agenda, { kind: 'document-page', documentId: MESSAGE, page: 2 })).toBe('no-such-document')
})

test('a document is taken up where it was left, whether it was put away or another took its place', () => {
  const turned = play([SHOW, { kind: 'document-page', documentId: MESSAGE, page: 7 }])
  expect(pageToShow(turned, MESSAGE, 12)).toBe(1)
  const [away, replaced] = [play([{ kind: 'document-hide' }], turned), play([{ ...SHOW, documentId: FILE, page: 2 }], turned)]
  for (const left of [away, replaced]) expect([pageToShow(left, MESSAGE, 12), pageToShow(left, FILE, 12)]).toEqual([7, 1])
  expect(pageToShow(away, MESSAGE, 4)).toBe(4)
  expect(pageToShow(play([{ ...SHOW, page: 9 }, { kind: 'document-hide' }], replaced), MESSAGE, 12)).toBe(9)
})

test.each<[string, Partial<typeof SHOW> | object, ChangeRefusal | 'made']>([
  ['no page', { page: 0 }, 'bad-page'],
  ['a page past the last', { page: 13 }, 'bad-page'],
  ['half a page', { page: 1.5 }, 'bad-page'],
  ['no pages', { pages: 0 }, 'bad-page'],
  ['as many pages as there may be', { pages: DOCUMENT_LIMITS.pages }, 'made'],
  ['ten thousand pages', { pages: 10_000 }, 'bad-page'],
  ['no name', { name: ' \n' }, 'empty-text'],
  ['a name of a thousand letters', { name: 'x'.repeat(1_000) }, 'too-long'],
  ['a path for an id', { documentId: '../../keys/link' }, 'no-such-document'],
])('a document with %s is %s', (_, part, expected) => {
  expect(reasonOf(EMPTY_AGENDA, { ...SHOW, ...part })).toBe(expected)
})

test('a guest neither shows, turns nor puts away', () => {
  const agenda = play([SHOW])
  const tries: AgendaChange[] = [{ ...SHOW, name: 'Min' }, { kind: 'document-page', documentId: MESSAGE, page: 2 }, { kind: 'document-hide' }]
  for (const change of tries) expect(reasonOf(agenda, change, 'guest')).toBe('not-allowed')
})

test('whoever may only read the plan is told of no document', () => {
  expect(planOf(play([SHOW]))).not.toHaveProperty('document')
})

test('what a browser sends is read, and what none of ours sends is not', () => {
  expect(parseAgendaChange(SHOW)).toEqual({ ok: true, value: SHOW })
  expect(parseAgendaChange({ kind: 'document-hide' })).toEqual({ ok: true, value: { kind: 'document-hide' } })
  expect(parseAgendaChange({ ...SHOW, page: 10_000 })).toEqual({ ok: false, reason: 'bad-page' })
  expect(parseAgendaChange({ ...SHOW, documentId: '../x' })).toEqual({ ok: false, reason: 'malformed' })
  expect(parseAgendaChange({ ...SHOW, name: 'x'.repeat(100_000) })).toEqual({ ok: false, reason: 'too-long' })
})

test('what is no page leads to the nearest that is', () => {
  expect([-4, 0, 1, 3.6, 12, 99, Number.NaN].map((wanted) => nearestPage(wanted, 12))).toEqual([1, 1, 1, 4, 12, 12, 1])
})

function play(changes: AgendaChange[], from = EMPTY_AGENDA): Agenda {
  return changes.reduce<Agenda>((agenda, change) => {
    const made = applyChange(agenda, change, HOST)
    return made.ok ? made.value : agenda
  }, from)
}

function reasonOf(agenda: Agenda, change: AgendaChange, role: 'host' | 'guest' = 'host'): ChangeRefusal | 'made' {
  const made = applyChange(agenda, change, { ...HOST, role })
  return made.ok ? 'made' : made.reason
}

const HOST = { role: 'host', name: 'Mette', seatId: 'seat', at: 1_790_000_000_000 } as const
