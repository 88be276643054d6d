import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

type ListedSchedule = { id: string; name: string; isDefault: boolean }

/** The schedules, each with the way to its hours; what is seldom needed is folded away. */
export function ScheduleList({ schedules, locale }: { schedules: readonly ListedSchedule[]; locale: Locale }) {
  return <ul className="rule-list">{schedules.map((one) => <li key={one.id}><ScheduleRow schedule={one} locale={locale} /></li>)}</ul>
}

function ScheduleRow({ schedule: { id, name, isDefault }, locale }: { schedule: ListedSchedule; locale: Locale }) {
  const { schedules: texts, remove, removeNamed } = messages(locale).rules
  const shown = name || texts.defaultName
  return (
    <>
      <p><span className="rule-what">{shown}</span>{isDefault && <span className="soft small"> {texts.isDefault}</span>}</p>
      <a href={isDefault ? paths.deskHours() : paths.deskHours(id)} aria-label={fill(texts.editNamed, { name: shown })}>{texts.edit}</a>
      <details className="rule-more">
        <summary>{texts.more}</summary>
        <form method="post" className="desk-form" noValidate>
          <input type="hidden" name="id" value={id} />
          <Field id={`name-${id}`} name="name" label={texts.name} defaultValue={shown} autoComplete="off" maxLength={120} />
          <div className="row">
            <Button tone="quiet" name="intent" value="rename">{texts.rename}</Button>
            {!isDefault && (
              <>
                <Button tone="plain" name="intent" value="default" aria-label={fill(texts.makeDefaultNamed, { name: shown })}>
                  {texts.makeDefault}
                </Button>
                <Button tone="plain" name="intent" value="remove" aria-label={fill(removeNamed, { what: shown })}>{remove}</Button>
              </>
            )}
          </div>
        </form>
      </details>
    </>
  )
}
