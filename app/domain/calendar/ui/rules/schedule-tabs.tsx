import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'

type Named = { id: string; name: string }

type ScheduleTabsProps = { schedules: readonly Named[]; chosenId: string; locale: Locale; hrefOf: (scheduleId: string) => string }

/** The way between the schedules of a page that shows one at a time; nothing where there is only one. */
export function ScheduleTabs({ schedules, chosenId, locale, hrefOf }: ScheduleTabsProps) {
  if (schedules.length < 2) return null
  const { schedules: texts } = messages(locale).rules
  return (
    <nav className="desk-sections" aria-label={texts.title}>
      {schedules.map(({ id, name }) => (
        <a key={id} href={hrefOf(id)} aria-current={id === chosenId ? 'page' : undefined}>{name || texts.defaultName}</a>
      ))}
    </nav>
  )
}
