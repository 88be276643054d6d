import type { ReactElement, ReactNode } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { steadyNow } from '#app/ui/clock.ts'
import { EMPTY_AGENDA, type Agenda, type AgendaEntry, type AgendaItem } from '../../agenda.ts'
import type { AgendaInHand } from '../feed/use-agenda-feed.ts'
import type { PreparedFile } from '../../prepare/prepared-file.ts'
import type { NoteText } from '../../notes/note.ts'
import type { Poll } from '../../polls/poll.ts'
import { createNoteDesk } from '../notes/note-desk.ts'
import { PARTS } from './parts/parts.ts'
import { createWishes } from './wishes.ts'
import { AgendaPanel } from './agenda-panel.tsx'
import * as documentsPart from './documents/documents-part.tsx'
import { PREPARED_FILES, Unopened, withDocuments } from './documents/previews.tsx'
import { HostNotesView } from './host-notes/host-notes.tsx'
import type { NotesInHand } from './host-notes/use-host-notes.ts'

export type PanelPreview = { name: string; locale: Locale; element: ReactElement }

type State = Partial<AgendaInHand> & {
  isOver?: boolean
  mayWrite?: boolean
  notes?: NoteText[]
  endsIn?: number
  hostNotes?: ReactNode
  files?: PreparedFile[]
  haveFilesFailed?: boolean
  extra?: ReactNode
}

const AT = 1_796_205_600_000

// What a press opens is drawn at once here, for a still waits for nothing.
PARTS.documents.loaded = documentsPart

/** Every state of the panel, standing still: for the host and a guest, in both languages. */
export function panelPreviews(): PanelPreview[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => Object.entries(states()).flatMap(([name, state]) => [
    { name: `${name}-host`, locale, element: draw(locale, 'host', state) },
    { name: `${name}-guest`, locale, element: draw(locale, 'guest', state) },
  ]))
}

function draw(locale: Locale, role: 'host' | 'guest', given: State): ReactElement {
  return <StillPanel {...{ locale, role, given }} />
}

/** The time is AT when this is rendered, and not when all states were listed: a slow machine takes a second from one to the other. */
function StillPanel({ locale, role, given }: { locale: Locale; role: 'host' | 'guest'; given: State }) {
  const { isOver = false, mayWrite, notes = [], endsIn = 60, hostNotes, extra, files = [], haveFilesFailed = false, ...state } = given
  const own = { updates: [], isBusy: false }
  const still = { refused: [], waiting: 0, isLive: true, change: () => {}, dismiss: () => {}, ownNotes: () => own }
  const inHand = { agenda: EMPTY_AGENDA, clockOffsetMs: AT - steadyNow(), ...still, ...state }
  const desk = createNoteDesk('')
  desk.store.write({ notes, isReady: true })
  const viewer = { seatId: role, role, locale, timeZone: 'Europe/Copenhagen' }
  const documents = { files, hasFailed: haveFilesFailed, tryAgain: () => {}, filesHref: '#files', showHref: '#documents', texts: messages(locale).room.document }
  return (
    <AgendaPanel
      {...{ inHand, isOver, mayWrite, extra, viewer, documents }} texts={messages(locale).agenda} notes={desk} wishes={createWishes()}
      hostNotes={role === 'host' && hostNotes} endsAt={AT + endsIn * MINUTE_MS}
    />
  )
}

/** The panel alone, in the state of this name. */
export function drawPanel(locale: Locale, role: 'host' | 'guest', name: keyof ReturnType<typeof states>, extra?: ReactNode): ReactElement {
  return draw(locale, role, { ...states()[name], extra })
}

function states() {
  const text = 'Vi begynder med et hold på seks.'
  const refusedEntry = { kind: 'entry-add' as const, entryId: 'r', entryKind: 'decision' as const, itemId: null, text, owner: '', due: '' }
  return {
    'empty': {},
    'before-start': { agenda: { ...EMPTY_AGENDA, items: ITEMS } },
    'at-the-door': { agenda: { ...EMPTY_AGENDA, items: ITEMS }, mayWrite: false },
    'running': { agenda: running(4) },
    'over-time': { agenda: running(19), endsIn: 12 },
    'notes': { agenda: running(4), notes: NOTES },
    'notes-gone': { agenda: running(4), notes: [...NOTES, GONE_NOTE] },
    'polls': { agenda: { ...running(4), polls: POLLS } },
    'parked': { agenda: withParked() },
    'long-texts': { agenda: longTexts() },
    'twenty-items': { agenda: { ...EMPTY_AGENDA, items: Array.from({ length: 20 }, (_, index) => item(index, { title: `Punkt om emne ${index + 1}` })) } },
    'saving': { agenda: running(4), waiting: 1 },
    'offline': { agenda: running(4), isLive: false, waiting: 2 },
    'refused': { agenda: running(4), refused: [
      { changeId: 'one', change: refusedEntry, reason: 'too-many' },
      { changeId: 'two', change: { kind: 'item-remove', itemId: 'gone' }, reason: 'no-such-item' },
      { changeId: 'three', change: { ...refusedEntry, entryKind: 'note' as const, text: 'Ingen har fulgt op.' }, reason: 'malformed' },
    ] },
    'prepared': { agenda: prepared(), hostNotes: <HostNotesView inHand={HOST_NOTES} /> },
    'documents': { agenda: withDocuments(running(4)) },
    'files': { agenda: withDocuments(running(4)), files: PREPARED_FILES },
    'files-failed': { agenda: running(4), haveFilesFailed: true },
    'document-unopened': { agenda: running(4), extra: <Unopened /> },
    'notes-failed': { agenda: running(4), hostNotes: <HostNotesView inHand={{ ...HOST_NOTES, notes: null, hasFailed: true }} /> },
    'over': { agenda: { ...running(0), currentItemId: null, currentSince: null }, isOver: true, notes: NOTES, files: PREPARED_FILES },
  } satisfies Record<string, State>
}

export const ITEMS: AgendaItem[] = [
  item(0, { title: 'Velkommen og rammen', minutes: 5, purpose: 'Hvem er vi, og hvad skal mødet give jer?' }),
  item(1, { title: 'Hvor står I i dag?', minutes: 15, purpose: 'Tre ting, der virker, og én, der ikke gør.' }),
  item(2, { title: 'Prisen på de tabte tilbud', minutes: 10, author: 'guest' }),
  item(3, { title: 'Næste skridt', minutes: 10 }),
]

const HOST_NOTES: NotesInHand = {
  notes: [{ itemId: 'item-1', questions: 'Hvor går flest handler i stå?\nHvad sagde kunden, da I tabte sidst?', text: 'To spørgsmål mere, før jeg svarer på ét.', version: 1 }],
  hasFailed: false, tryAgain: () => {}, save: async () => ({ kind: 'unsent' }),
}

const ENTRIES: AgendaEntry[] = [
  entry(0, { text: 'Fem nye sælgere siden sommer, ingen fælles måde at holde møder på.', itemId: 'item-1' }),
  entry(1, { kind: 'decision', text: 'Vi begynder med et hold på seks.', itemId: 'item-1', author: 'host', authorName: CAST.consultant.name }),
  entry(2, { kind: 'next-step', text: 'Sender et udkast til forløbet.', itemId: 'item-1', owner: CAST.consultant.name, due: '2026-12-01' }),
  entry(3, { text: 'Alle mødes igen i januar.' }),
]

const NOTES: NoteText[] = [
  { itemId: 'item-0', text: 'Direktøren er med de første ti minutter.' },
  { itemId: 'item-1', text: 'Tre ud af fem møder ender uden et næste skridt.\nSælgerne taler først om prisen.' },
  { itemId: null, text: 'Send referatet til Amina også.' },
]

const GONE_NOTE: NoteText = { itemId: 'removed', text: 'Prisen fra i fjor gælder til påske.' }

const ANSWERS = ['Kun os tre', 'Hele salgsholdet', 'Holdet og lederne'].map((text, index) => ({ id: `answer-${index}`, text }))
const POLL: Poll = {
  id: 'poll-0', itemId: 'item-1', question: 'Hvem skal være med første gang?', answers: ANSWERS,
  votes: { guest: 'answer-1', a: 'answer-2', b: 'answer-1' }, isClosed: false, at: AT,
}
const CLOSED_POLL: Poll = {
  ...POLL, id: 'poll-1', question: 'Hvem tager det første møde?', answers: ANSWERS.slice(0, 2), isClosed: true,
  votes: { guest: 'answer-1', a: 'answer-0', b: 'answer-1' },
}
const POLLS: Poll[] = [POLL, CLOSED_POLL]

function withParked(): Agenda {
  const parked = entry(4, { kind: 'parked', text: 'Hvem ejer kundelisten, når en sælger rejser?', itemId: 'item-1' })
  return { ...running(4), entries: [...ENTRIES, parked] }
}

/** The second item has run for so many minutes; the half second keeps its clock still. */
function running(minutes: number): Agenda {
  const items = ITEMS.map((one, index) => (index === 0 ? { ...one, isDone: true, spentMs: 6 * MINUTE_MS } : one))
  return { items, entries: ENTRIES, currentItemId: 'item-1', currentSince: AT - minutes * MINUTE_MS - SECOND_MS / 2 }
}

/** The guest has marked a point and asked at it. */
function prepared(): Agenda {
  const now = running(4)
  const questions = [{ id: 'question', text: 'Hvem skal følge op hos os?', authorName: CAST.soren.name }]
  return { ...now, items: now.items.map((one, index) => (index === 1 ? { ...one, isImportant: true, questions } : one)) }
}

function longTexts(): Agenda {
  const title = 'Fra kundeundersøgelsens konklusioner til salgsledelsens kvartalsplan, inklusive ansvarsfordelingen mellem eksportafdelingen og hjemmemarkedet'
  const text = `${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3)}\n\nOg en linje til, som er lang nok til at brydes flere gange i en smal spalte.`
  const now = running(4)
  const entries = now.entries.map((one) => ({ ...one, text, owner: CAST.claire.company }))
  return { ...now, entries, items: now.items.map((one) => ({ ...one, title })) }
}

function item(index: number, given: Partial<AgendaItem>): AgendaItem {
  return { id: `item-${index}`, title: '', purpose: '', minutes: 10, isDone: false, author: 'template', spentMs: 0, ...given }
}

function entry(index: number, given: Partial<AgendaEntry>): AgendaEntry {
  const author = { author: 'guest' as const, authorName: CAST.soren.name, at: AT }
  return { id: `entry-${index}`, kind: 'note', itemId: null, text: '', owner: '', due: '', ...author, ...given }
}
