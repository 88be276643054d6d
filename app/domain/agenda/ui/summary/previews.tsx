import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { saidInPreview } from '../../../meeting/ui/previews/chat.tsx'
import { EMPTY_AGENDA, type Agenda, type AgendaEntry, type AgendaItem } from '../../agenda.ts'
import { Summary } from './summary.tsx'

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const STARTS_AT = 1_795_597_200_000

/** The summary of a held meeting, and of one in which nothing was written. */
export function summaryPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => [
    { name: 'summary-full', locale, element: draw(locale, { agenda: held(), isOver: true }) },
    { name: 'summary-empty', locale, element: draw(locale, { agenda: EMPTY_AGENDA, isOver: false }) },
  ])
}

function draw(locale: Locale, { agenda, isOver }: { agenda: Agenda; isOver: boolean }): ReactElement {
  const meeting = { title: 'Et første møde', startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS }
  const links = { room: '#room', bookNext: '#book' }
  const view = { locale, timeZone: 'Europe/Copenhagen', meeting, withNames: CAST.consultant.name, isOver, agenda, links, said: isOver ? saidInPreview() : [], seatId: 'seat' }
  return <div className="page-main"><Summary view={view} texts={messages(locale).room} /></div>
}

function held(): Agenda {
  const items = [item('Velkommen', 3, 2.6), item('Hvad sker der i de rigtige kundemøder?', 8, 11.2), item('Næste skridt', 4, 0.4)]
  return {
    ...EMPTY_AGENDA,
    items,
    entries: [
      entry('decision', 'Vi begynder med behovsafdækningen og intet andet.'),
      entry('next-step', 'Optag to kundemøder og send dem', { owner: CAST.soren.name, due: '2026-12-02' }),
      entry('next-step', 'Forslag til et forløb på seks uger', { owner: CAST.consultant.name }),
      entry('note', 'Holdet har haft tre kurser på to år.\nIngen har fulgt op.', { itemId: items[1]?.id }),
      entry('note', 'God stemning. Direktøren vil med næste gang.'),
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
