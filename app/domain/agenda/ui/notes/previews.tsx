import type { ReactElement } from 'react'
import { messages, type Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { ChangeRefusal } from '../../change.ts'
import { sayRefusal } from '../panel/refusal-words.ts'
import { PREPARED_FILES } from '../panel/documents/previews.tsx'
import { NotesPage, type NotesView } from './notes-page.tsx'

const ITEMS = [
  { id: 'welcome', title: 'Velkommen' },
  { id: 'habits', title: 'Hvad sker der i de rigtige kundemøder, når ingen ser på?' },
  { id: 'next', title: 'Næste skridt' },
]
const NOTES = [
  { itemId: 'habits', text: 'Holdet har haft tre kurser på to år.\nIngen har fulgt op.\n\nSøren hører gerne to samtaler før næste gang.' },
  { itemId: null, text: 'God stemning. Direktøren vil med næste gang.' },
]
const GONE = { itemId: 'removed', text: 'Prisen fra i fjor gælder til påske.' }
const LOST = { itemId: 'next', text: 'Optag to kundemøder, og send dem inden fredag.', version: 4 }

const OVER = { isOver: true, summaryHref: '#summary' }

type State = { given: Partial<NotesView>; refused?: ChangeRefusal }

const STATES: Record<string, State> = {
  'empty-host': { given: {} },
  'written-guest': { given: { notes: NOTES, files: PREPARED_FILES } },
  'gone-guest': { given: { notes: [...NOTES, GONE] } },
  'over-gone-host': { given: { notes: [...NOTES, GONE], ...OVER } },
  'saved-host': { given: { notes: NOTES, isSaved: true } },
  'refused-host': { given: { notes: NOTES }, refused: 'too-long' },
  'outside-guest': { given: { isOutside: true } },
  'refused-guest': { given: { isOutside: true }, refused: 'not-admitted' },
  'late-guest': { given: { notes: NOTES, ...OVER }, refused: 'meeting-ended' },
  'over-guest': { given: { notes: NOTES, ...OVER } },
  'over-empty-host': { given: OVER },
  'off-guest': { given: { isOver: true } },
}

/** The page for notes without a script in each of its states, in both languages. */
export function notesPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => Object.entries(STATES).map(([name, state]) => (
    { name: `notes-${name}`, locale, element: <div className="page-main">{draw(state, messages(locale).agenda, locale)}</div> }
  )))
}

function draw({ given, refused }: State, texts: Messages['agenda'], locale: Locale): ReactElement {
  const view: NotesView = {
    items: ITEMS, notes: [], version: 5, isOver: false, isOutside: false, isSaved: false, roomHref: '#room', summaryHref: null, files: [], filesHref: '#files',
    refused: refused ? { ...LOST, words: sayRefusal(refused, texts) } : null, ...given,
  }
  return <NotesPage view={view} texts={texts} locale={locale} />
}
