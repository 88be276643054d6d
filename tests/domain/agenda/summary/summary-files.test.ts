import { expect, test } from 'vitest'
import type { SummaryView } from '#app/domain/agenda/summary/summary-view.ts'
import { filesOf, noteGroups } from '#app/domain/agenda/summary/lines.ts'
import { summaryJson } from '#app/domain/agenda/summary/summary-json.ts'
import { summaryMarkdown } from '#app/domain/agenda/summary/summary-markdown.ts'
import type { PollOutcome } from '#app/domain/agenda/polls/poll.ts'
import { EMPTY_AGENDA } from '#app/domain/agenda/agenda.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { THURSDAY_TEN } from '../../../support/booking-world.ts'
import { item, line } from '../../../support/next-world.ts'

const PRICE = item('Prisen | 2026', { spentMs: 4 * MINUTE_MS, minutes: 10 })
const STEP = line('next-step', 'Send udkastet', { owner: 'Mette', due: '2026-12-01' })

function viewOf(given: Partial<SummaryView> = {}): SummaryView {
  return {
    locale: 'da', timeZone: 'Europe/Copenhagen', withNames: 'Mette Holm', isOver: true, seatId: 'a-seat', polls: [], said: [], files: [], corrections: [], done: [],
    meeting: { title: 'Et første møde', startsAt: THURSDAY_TEN, endsAt: THURSDAY_TEN + 30 * MINUTE_MS }, correctableUntil: null, newEntryId: 'new', version: 0,
    agenda: { ...EMPTY_AGENDA, items: [PRICE], entries: [line('decision', 'Vi begynder *nu*'), STEP, line('note', 'En note\nmed to linjer', { itemId: PRICE.id })] },
    next: null, links: { room: '', bookNext: '', files: '', markdown: '', json: '' }, ...given,
  }
}

test('the text has what was decided, who does what by when, and what was noted, as any editor shows it', () => {
  const text = summaryMarkdown(viewOf())
  expect(text).toContain('# Et første møde\n')
  expect(text).toContain('- Vi begynder \\*nu\\*')
  expect(text).toContain('- [ ] Send udkastet (Hvem: Mette, Senest tirsdag 1. december)')
  expect(text).toContain('### Prisen | 2026')
  expect(text).toContain('- En note\n  med to linjer')
  expect(text).toContain('| Prisen \\| 2026 | 10 min. | 4 min. |')
})

test('what is done is ticked, the next meeting is named, and the chat with its files stands last', () => {
  const said = [{ id: 'a', number: 1, itemId: null, seatId: 's', name: 'Søren', role: 'guest' as const, text: '', file: { name: 'plan.pdf', type: 'application/pdf', bytes: 9 }, at: THURSDAY_TEN }]
  const text = summaryMarkdown(viewOf({
    done: [{ entryId: STEP.id, name: 'Mette', at: THURSDAY_TEN }], next: { startsAt: THURSDAY_TEN, endsAt: THURSDAY_TEN, isPending: false }, said,
  }))
  expect(text).toContain('- [x] Send udkastet')
  expect(text).toContain('torsdag 26. november kl. 10.00')
  expect(text).toContain('Søren, 10.00: plan.pdf')
})

test('where nothing was written that is said, and what people wrote makes no headings or links', () => {
  expect(summaryMarkdown(viewOf({ agenda: EMPTY_AGENDA }))).toContain('Der blev ikke skrevet nogen beslutninger.')
  const entries = [line('decision', '# Stor\n<script>alert(1)</script>\n[a](javascript:1)')]
  const text = summaryMarkdown(viewOf({ agenda: { ...EMPTY_AGENDA, entries } }))
  expect(text).toContain('- \\# Stor')
  expect(text).toContain('\\<script\\>')
  expect(text).toContain('\\[a\\](javascript')
})

test('the data names every part, with instants in UTC and the versions of a line', () => {
  const read = JSON.parse(summaryJson(viewOf({
    corrections: [{ entryId: STEP.id, name: 'Søren', at: THURSDAY_TEN, before: { text: 'Send', owner: '', due: '' } }],
    done: [{ entryId: STEP.id, name: 'Mette', at: THURSDAY_TEN }],
  })))
  expect(read).toMatchObject({
    version: 1, meeting: { title: 'Et første møde', startsAt: '2026-11-26T09:00:00Z', with: 'Mette Holm' }, decisions: [{ text: 'Vi begynder *nu*' }],
    nextSteps: [{ text: 'Send udkastet', owner: 'Mette', due: '2026-12-01', done: { by: 'Mette' }, corrections: [{ by: 'Søren', before: { text: 'Send' } }] }],
    notes: [{ text: 'En note\nmed to linjer', point: 'Prisen | 2026' }], points: [{ title: 'Prisen | 2026', plannedMinutes: 10, usedSeconds: 240 }],
  })
})

const POLLS: PollOutcome[] = [
  { id: 'a', itemId: PRICE.id, question: 'Er *prisen* i orden?', answers: [{ text: 'Ja', count: 3 }, { text: 'Nej', count: 1 }], votes: 4, isClosed: true },
  { id: 'b', itemId: 'gone', question: 'Januar?', answers: [{ text: 'Ja', count: null }, { text: 'Nej', count: null }], votes: 1, isClosed: false },
]

test('polls stand in the text under their points with how many gave each answer', () => {
  const text = summaryMarkdown(viewOf({ polls: POLLS }))
  expect(text).toContain([
    '## Afstemninger', '### Prisen | 2026', '**Er \\*prisen\\* i orden?** (4 har svaret, lukket)', '- Ja: 3\n- Nej: 1',
    '### Hele mødet', '**Januar?** (1 har svaret, svar i mødet for at se resultatet)', '- Ja\n- Nej',
  ].join('\n\n'))
  expect(summaryMarkdown(viewOf({ polls: POLLS, locale: 'en' }))).toContain('(4 have answered, closed)')
  expect(summaryMarkdown(viewOf())).not.toContain('Afstemninger')
})

test('polls stand in the data with their points, and nobody with an answer', () => {
  const read = JSON.parse(summaryJson(viewOf({ polls: POLLS })))
  expect(read.polls).toEqual([
    { question: 'Er *prisen* i orden?', point: 'Prisen | 2026', answers: [{ text: 'Ja', votes: 3 }, { text: 'Nej', votes: 1 }], votes: 4, isClosed: true },
    { question: 'Januar?', point: null, answers: [{ text: 'Ja', votes: null }, { text: 'Nej', votes: null }], votes: 1, isClosed: false },
  ])
})

test('what was prepared is named in both, with whose it is and the point that it belongs to', () => {
  const files = filesOf([
    { id: 'document', name: 'Vaner_1.pdf', type: 'application/pdf', bytes: 9, addedBy: null },
    { id: 'own', name: 'Tal.xlsx', type: 'application/vnd.ms-excel', bytes: 8, addedBy: { name: 'Søren' } },
    { id: 'loose', name: 'Kort.png', type: 'image/png', bytes: 7, addedBy: null },
  ], [{ ...PRICE, documentId: 'document' }])
  expect(summaryMarkdown(viewOf({ files }))).toContain([
    '## Filer til mødet\n', '- Vaner\\_1.pdf (Hører til ”Prisen | 2026”)', '- Tal.xlsx (Fra Søren)', '- Kort.png (Hører til dagsordenen)',
  ].join('\n'))
  expect(JSON.parse(summaryJson(viewOf({ files }))).files).toEqual([
    { name: 'Vaner_1.pdf', type: 'application/pdf', bytes: 9, addedBy: null, point: 'Prisen | 2026' },
    { name: 'Tal.xlsx', type: 'application/vnd.ms-excel', bytes: 8, addedBy: 'Søren', point: null },
    { name: 'Kort.png', type: 'image/png', bytes: 7, addedBy: null, point: null },
  ])
  expect(summaryMarkdown(viewOf())).not.toContain('Filer til mødet')
})

test('nothing but what is named there is in the data, whatever a view comes to hold', () => {
  const more = { ...viewOf(), secret: 'the host\'s own note', agenda: { ...viewOf().agenda, secret: 'the host\'s own note' } }
  expect(summaryJson(more)).not.toContain('own note')
  expect(summaryMarkdown(more)).not.toContain('own note')
})

test('a note whose point is gone belongs to the whole meeting', () => {
  const groups = noteGroups({ agenda: { ...EMPTY_AGENDA, items: [PRICE], entries: [line('note', 'Løs', { itemId: 'gone' })] } })
  expect(groups).toMatchObject([{ title: null, notes: [{ text: 'Løs' }] }])
})
