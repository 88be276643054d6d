import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AGENDA_LIMITS, EMPTY_AGENDA, leftMsOf, plannedMinutes, spentMsOf, type Agenda } from '#app/domain/agenda/agenda.ts'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import type { AgendaChange, ChangeContext, ChangeRefusal } from '#app/domain/agenda/change.ts'
import { parseAgendaChange } from '#app/domain/agenda/input.ts'
import { draftAgenda } from '#app/domain/agenda/template.ts'
import { anyChange, anyContext, anySteps, ids, storedAndRead, type Step } from './changes.ts'

const [a = '', b = '', c = ''] = ids
const AT = 1_790_000_000_000
const host = (at = AT): ChangeContext => ({ role: 'host', seatId: 'h', name: 'Mette', at })
const guest = (at = AT): ChangeContext => ({ role: 'guest', seatId: 'g', name: 'Søren', at })

test('two sides that apply the same steps have the same agenda, with the wire and the database in between', () => {
  fc.assert(fc.property(anySteps, (steps) => {
    const server = play(steps)
    const browser = steps.reduce((agenda, { change, context }) => {
      const parsed = parseAgendaChange(JSON.parse(JSON.stringify(change)))
      const applied = parsed.ok ? applyChange(agenda, storedAndRead(parsed.value), context) : parsed
      return applied.ok ? storedAndRead(applied.value) : agenda
    }, EMPTY_AGENDA)
    expect(browser).toEqual(storedAndRead(server))
  }))
})

test('a refusal leaves the agenda as it was, and no change touches the agenda it was given', () => {
  fc.assert(fc.property(anySteps, anyChange, anyContext, (steps, change, context) => {
    const before = play(steps)
    const copy = structuredClone(before)
    applyChange(before, change, context)
    expect(before).toEqual(copy)
  }))
})

test('whatever is done, an agenda stays whole: ids once, the current item there, times not negative, texts storable', () => {
  fc.assert(fc.property(anySteps, (steps) => expectWhole(play(steps))))
})

test('a guest changes nothing of the host\'s but its mark and its questions, whatever is tried', () => {
  fc.assert(fc.property(anySteps, fc.array(anyChange, { maxLength: 30 }), (steps, tries) => {
    const before = play(steps)
    const after = play(tries.map((change) => ({ change, context: guest() })), before)
    const hosts = (agenda: Agenda) => ({
      items: agenda.items.filter((item) => item.author !== 'guest').map((item) => ({ ...item, isImportant: false, markedBy: undefined, questions: [] })),
      entries: agenda.entries.filter((entry) => entry.author === 'host').map((entry) => ({ ...entry, itemId: null })),
      current: agenda.currentItemId,
      since: agenda.currentSince,
      document: agenda.document,
    })
    expect(hosts(after)).toEqual(hosts(before))
  }))
})

test('nobody, however busy, grows an agenda past its bounds', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => newItem(index))
  const full = many.reduce((agenda, change) => applied(agenda, change, host()) ?? agenda, EMPTY_AGENDA)
  expect(full.items).toHaveLength(AGENDA_LIMITS.items)
  expect(reasonOf(full, newItem(20_000), host())).toBe('too-many')
})

test('guests together leave room for the host\'s items', () => {
  const guestFull = Array.from({ length: 100 }, (_, index) => newItem(index))
    .reduce((agenda, change) => applied(agenda, change, guest()) ?? agenda, EMPTY_AGENDA)
  expect(guestFull.items).toHaveLength(AGENDA_LIMITS.guestItems)
  expect(applied(guestFull, newItem(500), host())).not.toBeNull()
})

test('all that is written is bounded, in number and in characters', () => {
  const long = Array.from({ length: 100 }, (_, index) => newEntry(index, 'x'.repeat(AGENDA_LIMITS.text)))
    .reduce((agenda, change) => applied(agenda, change, guest()) ?? agenda, EMPTY_AGENDA)
  expect(long.entries).toHaveLength(AGENDA_LIMITS.allText / AGENDA_LIMITS.text)
  expect(reasonOf(long, { kind: 'entry-edit', entryId: entryId(0), text: 'shorter', owner: '', due: '' }, guest())).toBe('made')
  const short = Array.from({ length: 700 }, (_, index) => newEntry(index, 'x'))
    .reduce((agenda, change) => applied(agenda, change, guest()) ?? agenda, EMPTY_AGENDA)
  expect(short.entries).toHaveLength(AGENDA_LIMITS.entries)
})

test.each<[string, Partial<Extract<AgendaChange, { kind: 'item-add' }>>, ChangeRefusal | 'made']>([
  ['an item without a title', { title: ' \n ' }, 'empty-text'],
  ['an item whose title holds nothing but control characters', { title: '\u0000\u0007' }, 'empty-text'],
  ['a title at the bound', { title: 'x'.repeat(AGENDA_LIMITS.title) }, 'made'],
  ['a title over the bound', { title: 'x'.repeat(AGENDA_LIMITS.title + 1) }, 'too-long'],
  ['a purpose of 100 kB', { purpose: 'x'.repeat(100_000) }, 'too-long'],
  ['no minutes', { minutes: 0 }, 'bad-minutes'],
  ['half minutes', { minutes: 7.5 }, 'bad-minutes'],
  ['minutes that are no number', { minutes: Number.NaN }, 'bad-minutes'],
  ['endless minutes', { minutes: Number.POSITIVE_INFINITY }, 'bad-minutes'],
  ['more than four hours', { minutes: 241 }, 'bad-minutes'],
  ['an id that is there', { itemId: b }, 'already-there'],
])('%s: %s gives %s', (_, part, expected) => {
  const agenda = applied(EMPTY_AGENDA, { ...newItem(0), itemId: b }, host()) ?? EMPTY_AGENDA
  expect(reasonOf(agenda, { ...newItem(1), ...part }, host())).toBe(expected)
})

test.each<[string, ChangeRefusal | 'made']>([
  ['', 'made'], ['2026-12-01', 'made'], ['2024-02-29', 'made'], ['2026-02-29', 'bad-date'], ['2026-12-32', 'bad-date'],
  ['1. december', 'bad-date'], ['2026-12-01T10:00:00Z', 'bad-date'],
])('a next step due "%s" is %s', (due, expected) => {
  expect(reasonOf(EMPTY_AGENDA, { ...newEntry(0, 'Send tilbud'), due }, guest())).toBe(expected)
})

test('the item that stops keeps its time, and the next starts at the same instant', () => {
  const running = [
    { change: { ...newItem(0), itemId: a }, context: host() },
    { change: { ...newItem(1), itemId: b }, context: host() },
    { change: { kind: 'item-start' as const, itemId: a }, context: host(AT) },
    { change: { kind: 'item-start' as const, itemId: b }, context: host(AT + 90_000) },
  ]
  const agenda = play(running)
  expect(agenda).toMatchObject({ currentItemId: b, currentSince: AT + 90_000 })
  expect(spentMsOf(agenda, a, AT + 500_000)).toBe(90_000)
  expect(spentMsOf(agenda, b, AT + 100_000)).toBe(10_000)
  expect(leftMsOf(agenda, a, AT + 500_000)).toBe(10 * 60_000 - 90_000)
  expect(plannedMinutes(agenda)).toBe(20)
})

test('an item that is started again goes on from the time it used, and starting the current one changes nothing', () => {
  const agenda = play([
    { change: { ...newItem(0), itemId: a }, context: host() },
    { change: { kind: 'item-start', itemId: a }, context: host(AT) },
    { change: { kind: 'item-start', itemId: null }, context: host(AT + 1_000) },
    { change: { kind: 'item-start', itemId: a }, context: host(AT + 5_000) },
    { change: { kind: 'item-start', itemId: a }, context: host(AT + 6_000) },
  ])
  expect(spentMsOf(agenda, a, AT + 7_000)).toBe(3_000)
})

test('a clock that was set back takes no time away', () => {
  const agenda = play([
    { change: { ...newItem(0), itemId: a }, context: host() },
    { change: { kind: 'item-start', itemId: a }, context: host(AT) },
    { change: { kind: 'item-start', itemId: null }, context: host(AT - 60_000) },
  ])
  expect(spentMsOf(agenda, a, AT)).toBe(0)
})

test('what was written under an item that goes belongs to the whole meeting', () => {
  const agenda = play([
    { change: { ...newItem(0), itemId: a }, context: host() },
    { change: { kind: 'item-start', itemId: a }, context: host() },
    { change: { ...newEntry(1, 'Vi begynder i januar'), itemId: a }, context: guest() },
    { change: { kind: 'item-remove', itemId: a }, context: host(AT + 1) },
    { change: { ...newEntry(2, 'for sent skrevet'), itemId: a }, context: guest() },
  ])
  expect(agenda.entries.map((entry) => entry.itemId)).toEqual([null, null])
  expect(agenda).toMatchObject({ items: [], currentItemId: null, currentSince: null })
})

test('a guest’s point says which guest put it on, also when it is edited; the host’s and what was carried over say nobody', () => {
  const own = play([{ change: { ...newItem(0), itemId: a }, context: guest() }, { change: { ...newItem(0), itemId: b }, context: host() }])
  expect(own.items.map(({ addedBy }) => addedBy)).toEqual([{ seatId: 'g', name: 'Søren' }, undefined])
  const edit = { kind: 'item-edit', itemId: a, title: 'Nyt navn', purpose: '', minutes: 3 } as const
  expect(play([{ change: edit, context: { ...guest(), seatId: 'k', name: 'Amina' } }], own).items[0]?.addedBy).toEqual({ seatId: 'g', name: 'Søren' })
  const carried = play([{ change: { ...newItem(0), itemId: c, carriedFrom: a, author: 'guest' }, context: guest() }])
  expect(carried.items[0]).not.toHaveProperty('addedBy')
})

test('a guest takes back a point of his own, but not the one that the meeting is at', () => {
  const own = play([{ change: { ...newItem(0), itemId: a }, context: guest() }])
  expect(reasonOf(own, { kind: 'item-remove', itemId: a }, guest())).toBe('made')
  const current = play([{ change: { kind: 'item-start', itemId: a }, context: host() }], own)
  expect(reasonOf(current, { kind: 'item-remove', itemId: a }, guest())).toBe('not-allowed')
  expect(reasonOf(current, { kind: 'item-remove', itemId: a }, host())).toBe('made')
})

test('a guest marks what matters most, also on the host\'s points, and takes the mark off again', () => {
  const start = play([{ change: { kind: 'item-add', itemId: a, title: 'Værtens', purpose: '', minutes: 5, afterItemId: null }, context: host() }])
  const marked = play([{ change: { kind: 'item-mark', itemId: a, isImportant: true }, context: guest() }], start)
  expect(marked.items).toMatchObject([{ title: 'Værtens', isImportant: true, markedBy: { seatId: 'g', name: 'Søren' } }])
  expect(play([{ change: { kind: 'item-mark', itemId: a, isImportant: true }, context: host() }], marked).items[0]).not.toHaveProperty('markedBy')
  expect(play([{ change: { kind: 'item-mark', itemId: a, isImportant: false }, context: guest() }], marked).items[0]?.isImportant).toBe(false)
  expect(applyChange(start, { kind: 'item-mark', itemId: b, isImportant: true }, guest())).toEqual({ ok: false, reason: 'no-such-item' })
})

test('a question stands at its point with who asked, is bounded, and can be taken back', () => {
  const start = play([{ change: { kind: 'item-add', itemId: a, title: 'Punkt', purpose: '', minutes: 5, afterItemId: null }, context: host() }])
  const ask = (questionId: string, text: string) => ({ kind: 'question-add' as const, itemId: a, questionId, text })
  const asked = play([{ change: ask(b, '  Hvornår?  '), context: guest() }], start)
  expect(asked.items[0]?.questions).toEqual([{ id: b, text: 'Hvornår?', authorName: 'Søren' }])
  const refusals = [ask(b, 'Igen'), ask(c, ' '), ask(c, 'x'.repeat(501)), { ...ask(c, 'Hvor?'), itemId: c }]
  expect(refusals.map((change) => applyChange(asked, change, guest()))).toMatchObject(
    ['already-there', 'empty-text', 'too-long', 'no-such-item'].map((reason) => ({ ok: false, reason })),
  )
  const many = Array.from({ length: 20 }, (_, index) => ({ change: ask(`q-${index}`, `Nummer ${index}`), context: guest() }))
  expect(play(many, asked).items[0]?.questions).toHaveLength(AGENDA_LIMITS.itemQuestions)
  expect(play([{ change: { kind: 'question-remove', itemId: a, questionId: b }, context: guest() }], asked).items[0]?.questions).toEqual([])
})

test('items move before another, to the end, and beside one that is gone', () => {
  const three = play([a, b, c].map((itemId, index) => ({ change: { ...newItem(index), itemId }, context: host() })))
  const orderAfter = (itemId: string, beforeItemId: string | null) =>
    applied(three, { kind: 'item-move', itemId, beforeItemId }, host())?.items.map((item) => item.id)
  expect(orderAfter(c, a)).toEqual([c, a, b])
  expect(orderAfter(a, null)).toEqual([b, c, a])
  expect(orderAfter(a, 'gone')).toEqual([b, c, a])
  expect(orderAfter(b, b)).toEqual([a, b, c])
  expect(applied(three, { ...newItem(9), afterItemId: a }, host())?.items[1]?.title).toBe('Punkt 9')
})

test('a template gives a fresh agenda each time', () => {
  const items = [{ title: 'Velkommen', purpose: '', minutes: 5 }]
  const [first, second] = [draftAgenda(items), draftAgenda(items)]
  expect(first.items[0]).toMatchObject({ title: 'Velkommen', author: 'template', isDone: false, spentMs: 0 })
  expect(first.items[0]?.id).not.toBe(second.items[0]?.id)
})

function play(steps: Step[], from: Agenda = EMPTY_AGENDA): Agenda {
  return steps.reduce((agenda, { change, context }) => applied(agenda, change, context) ?? agenda, from)
}

function applied(agenda: Agenda, change: AgendaChange, context: ChangeContext): Agenda | null {
  const result = applyChange(agenda, change, context)
  return result.ok ? result.value : null
}

function reasonOf(agenda: Agenda, change: AgendaChange, context: ChangeContext): ChangeRefusal | 'made' {
  const result = applyChange(agenda, change, context)
  return result.ok ? 'made' : result.reason
}

function expectWhole(agenda: Agenda): void {
  const itemIds = agenda.items.map((item) => item.id)
  expect(new Set(itemIds).size).toBe(itemIds.length)
  expect(new Set(agenda.entries.map((entry) => entry.id)).size).toBe(agenda.entries.length)
  if (agenda.currentItemId !== null) expect(itemIds).toContain(agenda.currentItemId)
  expect(agenda.currentItemId === null).toBe(agenda.currentSince === null)
  if (agenda.document) expect(agenda.document.page).toBeLessThanOrEqual(agenda.document.pages)
  for (const item of agenda.items) {
    expect(item.spentMs).toBeGreaterThanOrEqual(0)
    expect(Number.isInteger(item.minutes) && item.minutes >= 1 && item.minutes <= AGENDA_LIMITS.minutes).toBe(true)
  }
  for (const entry of agenda.entries) if (entry.itemId !== null) expect(itemIds).toContain(entry.itemId)
  const titles = agenda.items.flatMap((item) => [item.title, item.purpose])
  const texts = agenda.entries.flatMap((entry) => [entry.text, entry.owner])
  for (const text of [...titles, ...texts]) expect(text).not.toMatch(/(?![\t\n])\p{Cc}|\p{Cs}|\u202E/u)
}

function newItem(index: number): Extract<AgendaChange, { kind: 'item-add' }> {
  return { kind: 'item-add', itemId: entryId(index), title: `Punkt ${index}`, purpose: '', minutes: 10, afterItemId: null }
}

function newEntry(index: number, text: string): Extract<AgendaChange, { kind: 'entry-add' }> {
  return { kind: 'entry-add', entryId: entryId(index), entryKind: 'decision', itemId: null, text, owner: '', due: '' }
}

function entryId(index: number): string {
  return `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`
}
