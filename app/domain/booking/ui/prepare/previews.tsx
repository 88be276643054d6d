import type { ReactElement } from 'react'
import { EMPTY_AGENDA, type Agenda } from '#app/domain/agenda/agenda.ts'
import type { PreparedFile } from '#app/domain/agenda/prepare/prepared-file.ts'
import { draftMeeting } from '#app/domain/agenda/template.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { languageOf } from '#app/kernel/locale.ts'
import { CAST } from '#db/seeds/cast.ts'
import { agendasDa } from '../../default-world/da.ts'
import { agendasEn } from '../../default-world/en.ts'
import type { PrepareRefused, PrepareState } from '../../prepare/prepare-state.ts'
import { PrepareView } from './prepare-view.tsx'

export const NOTHING_PREPARED: PrepareState = {
  meetingId: 'meeting', agenda: EMPTY_AGENDA, notes: [], files: [], isOpen: true, newItemId: 'new',
}

/** The host's page that prepares a meeting, and each thing that it can refuse. */
export function preparePreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => Object.entries(refusals(preparedIn(locale))).map(([name, refused]) => ({
    name: `prepare-${name}`, locale,
    element: (
      <div className="page-main">
        <PrepareView who={CAST.soren.name} prepare={preparedIn(locale)} refused={refused} locale={locale} />
      </div>
    ),
  })))
}

function refusals({ agenda, notes }: PrepareState): Record<string, PrepareRefused | null> {
  const itemId = agenda.items[1]?.id ?? null
  const typed = { title: '', purpose: agenda.items[1]?.purpose ?? '', minutes: '8' }
  const note = { itemId, questions: notes[1]?.questions ?? '', text: CAST.soren.company, version: 1 }
  return {
    open: null,
    'point-refused': { kind: 'point', itemId, reason: 'empty-text', typed },
    'point-gone': { kind: 'point', itemId: null, reason: 'no-such-item', typed: { ...typed, title: 'CRM' } },
    'note-stale': { kind: 'note', note, reason: 'stale' },
    'note-gone': { kind: 'note', note: { ...note, itemId: 'gone' }, reason: 'no-such-item' },
  }
}

/** An agenda that both sides have prepared. */
export function preparedIn(locale: Locale): PrepareState {
  const { items } = (languageOf(locale) === 'da' ? agendasDa : agendasEn)['theory-into-practice']
  const { agenda, notes } = draftMeeting(items)
  return {
    meetingId: 'meeting', agenda: preparedByGuest(agenda, locale), files: FILES, isOpen: true, newItemId: 'new',
    notes: notes.map((note) => ({ ...note, version: 1 })),
  }
}

export const FILES: PreparedFile[] = [
  { id: 'numbers', name: 'Salgstal 2026.pdf', type: 'application/pdf', bytes: 480_000, addedBy: { seatId: 'seat', name: CAST.soren.name } },
  { id: 'habits', name: 'Vaner.pdf', type: 'application/pdf', bytes: 1_200_000, addedBy: null },
]

function preparedByGuest(agenda: Agenda, locale: Locale): Agenda {
  const text = locale === 'da' ? 'Hvor lang tid går der, før I plejer at se en forskel?' : 'How long does it usually take until you see a difference?'
  const items = agenda.items.map((item, index) => {
    if (index === 1) return { ...item, isImportant: true, questions: [{ id: 'question', text, authorName: CAST.soren.name }] }
    return index === 2 ? { ...item, documentId: 'habits', asksConsent: true } : item
  })
  return { ...agenda, items }
}
