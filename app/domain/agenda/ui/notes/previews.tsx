import type { ReactElement } from 'react'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { PREPARED_FILES } from '../panel/documents/previews.tsx'
import { NotesPage, type NotesView } from './notes-page.tsx'

const OPEN: NotesView = {
  items: [{ id: 'welcome', title: 'Velkommen og rammen' }, { id: 'today', title: 'Hvor står I i dag?' }],
  notes: [{ itemId: 'today', text: 'Fem nye sælgere siden sommer.' }],
  version: 3, isOver: false, isSaved: false, refused: null, roomHref: '#room', files: PREPARED_FILES, filesHref: '#files',
}

/** The notes on their page without a script. */
export function notesPagePreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const states = { open: OPEN, saved: { ...OPEN, isSaved: true, files: [] }, over: { ...OPEN, isOver: true } }
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => Object.entries(states).map(([name, view]) => ({
    name: `notes-page-${name}`, locale,
    element: <div className="page-main"><NotesPage view={view} texts={messages(locale).agenda} locale={locale} /></div>,
  })))
}
