import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { saidInPreview } from '../../../meeting/ui/previews/chat.tsx'
import { EMPTY_AGENDA, type Agenda, type AgendaEntry, type AgendaItem } from '../../agenda.ts'
import type { Correction, NoteCorrection } from '../../corrections/correction.ts'
import { noteName } from '../../notes/note.ts'
import type { PollOutcome } from '../../polls/poll.ts'
import type { SummaryFile, SummaryView } from '../../summary/summary-view.ts'
import type { Uncorrected } from './edit/editing.ts'
import { Summary } from './summary.tsx'

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const STARTS_AT = 1_795_597_200_000

const ENDED_AT = STARTS_AT + 30 * MINUTE_MS

/** The summary of a held meeting, put right since, too late, and by two at once; and of one in which nothing was written. */
export function summaryPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => [
    { name: 'summary-full', locale, element: draw(locale, { said: saidInPreview(), files: FILES }) },
    { name: 'summary-corrected', locale, element: draw(locale, { corrections: CORRECTIONS, done: DONE, next: NEXT, correctableUntil: ENDED_AT + DAY_MS }) },
    { name: 'summary-unsaved', locale, element: draw(locale, {}, { reason: 'too-late', asked: { intent: 'correct', entryId: 'Forslag til et forløb på seks uger', text: 'Forslag til et forløb på otte uger', owner: '', due: '' } }) },
    { name: 'summary-note-stale', locale, element: draw(locale, { corrections: TOGETHER_PUT_RIGHT, correctableUntil: ENDED_AT + DAY_MS }, { reason: 'changed-since', asked: TYPED }) },
    { name: 'summary-unanswered', locale, element: draw(locale, { polls: UNANSWERED, isOver: false }) },
    { name: 'summary-empty', locale, element: draw(locale, { agenda: EMPTY_AGENDA, polls: [], isOver: false }) },
  ])
}

const DECISION = 'Vi begynder med behovsafdækningen og intet andet.'
const CORRECTIONS: Correction[] = [
  { entryId: DECISION, name: CAST.soren.name, at: ENDED_AT + HOUR_MS, before: { text: 'Vi begynder med behovsafdækningen.', owner: '', due: '' } },
]
const TOGETHER = 'God stemning.\nDirektøren vil med næste gang.\nVi tager tallene for tredje kvartal med.'
const TOGETHER_PUT_RIGHT: Correction[] = [{
  entryId: noteName(null), name: CAST.consultant.name, at: ENDED_AT + HOUR_MS,
  before: { text: 'God stemning.\nDirektøren vil med næste gang.\nVi tager tallene med.', owner: '', due: '' },
}]
const TYPED: NoteCorrection = {
  intent: 'correct-note', entryId: noteName(null), version: 8, text: 'God stemning.\nDirektøren vil med næste gang.\nVi tager tallene fra i fjor med.',
}
const DONE = [{ entryId: 'Optag to kundemøder og send dem', name: CAST.soren.name, at: ENDED_AT + 2 * HOUR_MS }]
const FILES: SummaryFile[] = [
  { id: 'habits', name: 'Vaner, der holder.pdf', type: 'application/pdf', bytes: 840_000, addedBy: null, point: 'Hvad sker der i de rigtige kundemøder?' },
  { id: 'numbers', name: 'Vores tal for tredje kvartal, med alle afdelinger og sælgere.xlsx', type: 'application/vnd.ms-excel', bytes: 62_000, addedBy: { name: CAST.soren.name }, point: null },
  { id: 'map', name: 'Kundelisten.png', type: 'image/png', bytes: 1_900_000, addedBy: { name: CAST.amina.name }, point: null },
]
const NEXT = { startsAt: STARTS_AT + 7 * DAY_MS, endsAt: ENDED_AT + 7 * DAY_MS, isPending: false }

const POLLS: PollOutcome[] = [
  {
    id: 'team', itemId: 'Hvad sker der i de rigtige kundemøder?', question: 'Hvem skal med først?', votes: 4, isClosed: true,
    answers: [{ text: 'Hele holdet på en gang', count: 1 }, { text: 'Fire sælgere, og så resten efter sommerferien', count: 3 }],
  },
  {
    id: 'start', itemId: null, question: 'Skal vi begynde i januar?', votes: 1, isClosed: false,
    answers: [{ text: 'Ja', count: 1 }, { text: 'Nej', count: 0 }],
  },
]
const UNANSWERED = POLLS.map((poll) => ({ ...poll, isClosed: false, answers: poll.answers.map(({ text }) => ({ text, count: null })) }))

function draw(locale: Locale, given: Partial<SummaryView>, unsaved: Uncorrected | null = null): ReactElement {
  const view: SummaryView = {
    locale, timeZone: 'Europe/Copenhagen', meeting: { title: 'Et første møde', startsAt: STARTS_AT, endsAt: ENDED_AT },
    withNames: CAST.consultant.name, isOver: true, agenda: held(), polls: POLLS, said: [], seatId: 'seat', files: [], corrections: [], done: [], version: 9,
    correctableUntil: null, newEntryId: 'new', next: null, links: { room: '#room', bookNext: '#book', files: '#files', markdown: '#md', json: '#json' }, ...given,
  }
  return <div className="page-main"><Summary view={view} texts={messages(locale).room} unsaved={unsaved} /></div>
}

function held(): Agenda {
  const items = [item('Velkommen', 3, 2.6), item('Hvad sker der i de rigtige kundemøder?', 8, 11.2), item('Næste skridt', 4, 0.4)]
  return {
    ...EMPTY_AGENDA,
    items,
    entries: [
      entry('decision', DECISION),
      entry('next-step', 'Optag to kundemøder og send dem', { owner: CAST.soren.name, due: '2026-12-02' }),
      entry('next-step', 'Forslag til et forløb på seks uger', { owner: CAST.consultant.name }),
      entry('note', 'Holdet har haft tre kurser på to år.\nIngen har fulgt op.', { itemId: items[1]?.id }),
      entry('note', TOGETHER, { id: noteName(null), authorName: '' }),
    ],
  }
}

function item(title: string, minutes: number, spentMinutes: number): AgendaItem {
  return { id: title, title, purpose: '', minutes, isDone: true, author: 'template', spentMs: spentMinutes * MINUTE_MS }
}

function entry(kind: AgendaEntry['kind'], text: string, given: Partial<AgendaEntry> = {}): AgendaEntry {
  const author = { author: 'host' as const, authorName: CAST.consultant.name, at: STARTS_AT }
  return { id: text, kind, itemId: null, text, owner: '', due: '', ...author, ...given }
}
