import { plannedMinutes, type AgendaEntry, type EntryKind } from '#app/domain/agenda/agenda.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { longDayText, MINUTE_MS } from '#app/kernel/time.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { MeetingSheet } from '../../desk/desk.ts'
import type { Reader } from './words.ts'

type MeetingTexts = Messages['desk']['meeting']

/** How the minutes of all points fit into the time that was booked; nothing without a point. */
export function PlannedTime({ sheet: { agenda, meeting }, reader: { locale } }: { sheet: MeetingSheet; reader: Reader }) {
  const { meeting: texts } = messages(locale).desk
  const planned = plannedMinutes(agenda)
  const booked = Math.round((meeting.endsAt - meeting.startsAt) / MINUTE_MS)
  const isOver = planned > booked
  if (agenda.items.length === 0) return null
  return <p className={isOver ? 'desk-over' : 'soft'}>{fill(isOver ? texts.agendaOver : texts.agendaMinutes, { planned, booked })}</p>
}

/** What came out of the meeting so far; parts that nobody wrote are left out. */
export function Written({ sheet: { agenda: { entries } }, reader: { locale } }: { sheet: MeetingSheet; reader: Reader }) {
  const { meeting: texts } = messages(locale).desk
  const parts: { kind: EntryKind; title: string }[] = [
    { kind: 'decision', title: texts.decisions }, { kind: 'next-step', title: texts.nextSteps },
    { kind: 'parked', title: texts.parked }, { kind: 'note', title: texts.notes },
  ]
  return parts.map(({ kind, title }) => {
    const own = entries.filter((entry) => entry.kind === kind)
    return own.length > 0 && (
      <section key={kind} aria-labelledby={kind}>
        <h2 id={kind}>{title}</h2>
        <ul className="desk-written">{own.map((entry) => <Entry key={entry.id} entry={entry} texts={texts} locale={locale} />)}</ul>
      </section>
    )
  })
}

function Entry({ entry: { text, owner, due }, texts, locale }: { entry: AgendaEntry; texts: MeetingTexts; locale: Locale }) {
  const day = due && fill(texts.due, { date: longDayText(Date.parse(due), 'UTC', locale) })
  const promise = [owner && fill(texts.owner, { owner }), day].filter(Boolean).join(' · ')
  return (
    <li>
      <p className="said">{text}</p>
      {promise && <p className="soft small">{promise}</p>}
    </li>
  )
}
