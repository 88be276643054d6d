import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { ERROR_SUMMARY_ID, ErrorSummary } from '#app/ui/notice.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import type { RuleFault } from '../../rules/rule-input.ts'
import type { TypedHost } from '../../types/type-input.ts'

export type HostChoice = { id: string; name: string; schedules: { id: string; name: string; isDefault: boolean }[] }

type HostsFormProps = {
  people: readonly HostChoice[]
  typed: readonly TypedHost[]
  assign: 'any' | 'all'
  faults: Partial<Record<string, RuleFault>>
  locale: Locale
}

/** Who hosts, how they share the meetings, and on which of their schedules. */
export function HostsForm({ people, typed, assign, faults, locale }: HostsFormProps) {
  const { rules: { types: texts, faults: faultTexts }, desk } = messages(locale)
  const wrong = Object.entries(faults).flatMap(([id, fault]) => {
    if (!fault) return []
    return [{ id: id === 'hosts' ? `host-${people[0]?.id}` : id, text: id === 'hosts' ? faultTexts['no-hosts'] : faultTexts[fault] }]
  })
  return (
    <form method="post" action={`#${ERROR_SUMMARY_ID}`} className="desk-form" noValidate>
      <ErrorSummary title={desk.faultsTitle} faults={wrong} />
      {people.map((person) => (
        <HostFields
          key={person.id} person={person} isAlone={people.length === 1} faults={faults} locale={locale}
          typed={typed.find(({ hostId }) => hostId === person.id)}
        />
      ))}
      {people.length > 1 && (
        <RadioGroup
          id="assign" name="assign" legend={texts.assign} chosen={assign}
          options={[
            { value: 'any', label: texts.assignAny, hint: texts.assignAnyHint }, { value: 'all', label: texts.assignAll, hint: texts.assignAllHint },
          ]}
        />
      )}
      <div className="row"><Button name="intent" value="save">{texts.save}</Button></div>
    </form>
  )
}

type HostFieldsProps = { person: HostChoice; isAlone: boolean; typed: TypedHost | undefined; faults: HostsFormProps['faults']; locale: Locale }

function HostFields({ person, isAlone, typed, faults, locale }: HostFieldsProps) {
  const { rules: { types: texts, schedules, faults: faultTexts } } = messages(locale)
  const say = (name: string) => {
    const fault = faults[name]
    return fault ? faultTexts[fault] : undefined
  }
  const options = [
    { value: '', label: texts.defaultSchedule },
    ...person.schedules.map(({ id, name }) => ({ value: id, label: name || schedules.defaultName })),
  ]
  const [weightId, scheduleId] = [`weight-${person.id}`, `schedule-${person.id}`]
  return (
    <fieldset className="host-fields">
      <legend className="visually-hidden">{person.name}</legend>
      <label className="choice">
        <input type="checkbox" id={`host-${person.id}`} name="host" value={person.id} defaultChecked={typed?.isChosen} />
        <span className="choice-label">{fill(texts.isHost, { name: person.name })}</span>
      </label>
      <div className="host-details">
        {!isAlone && (
          <Field
            id={weightId} name={weightId} label={fill(texts.weightOf, { name: person.name })} hint={texts.weightHint}
            defaultValue={typed?.weight ?? '1'} inputMode="numeric" error={say(weightId)} autoComplete="off"
          />
        )}
        <Select
          id={scheduleId} name={scheduleId} label={fill(texts.scheduleOf, { name: person.name })} options={options}
          defaultValue={typed?.scheduleId ?? ''} error={say(scheduleId)}
        />
      </div>
    </fieldset>
  )
}
