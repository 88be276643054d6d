import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { LANGUAGES, type Locale } from '#app/kernel/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select, type SelectOption } from '#app/ui/field.tsx'
import { ERROR_SUMMARY_ID, ErrorSummary, type FieldFault } from '#app/ui/notice.tsx'
import type { LinkField, LinkReading, TypedLink } from '../../../one-off/one-off-input.ts'
import type { TimeFault } from '../../../proposal/proposal-input.ts'
import { TimeRows } from '../../propose/time-rows.tsx'

export type LinkFormState = {
  typed: TypedLink
  faults: LinkReading['faults']
  /** `taken`: something of the consultant's own is in the way. */
  rowFaults: (TimeFault | 'taken' | null)[]
  types: SelectOption[]
}

/** For whom, which kind of meeting, which times, and until when. */
export function LinkForm({ form, locale }: { form: LinkFormState; locale: Locale }) {
  const { asking: { links: texts, propose }, common, desk } = messages(locale)
  const { typed, faults, rowFaults, types } = form
  const faultTexts = { ...propose.faults, taken: texts.taken }
  const errorOf = (field: LinkField) => {
    const fault = faults[field]
    return fault ? texts.faults[fault] : undefined
  }
  const field = (name: LinkField) => ({ id: name, name, label: texts[name], defaultValue: typed[name], error: errorOf(name) })
  const languages = LANGUAGES.map((value) => ({ value, label: capitalised(common.languages[value]) }))
  return (
    <form method="post" action={`#${ERROR_SUMMARY_ID}`} className="desk-form" noValidate>
      <ErrorSummary title={desk.faultsTitle} faults={listFaults(form, locale)} />
      <Field {...field('name')} autoComplete="off" maxLength={120} required />
      <Field {...field('email')} type="email" inputMode="email" autoComplete="off" maxLength={254} required />
      <Field {...field('company')} autoComplete="off" maxLength={120} required />
      <Select {...field('type')} options={types} />
      <Select {...field('locale')} options={languages} />
      <TimeRows
        rows={typed.rows} faults={rowFaults} hint={texts.timesHint}
        texts={{ ...propose, row: texts.row, legend: texts.times, faults: faultTexts }}
      />
      <div className="short-field"><Field {...field('expires')} type="date" hint={texts.expiresHint} required /></div>
      <div className="row"><Button name="intent" value="add">{texts.submit}</Button></div>
    </form>
  )
}

function listFaults({ faults, rowFaults }: LinkFormState, locale: Locale): FieldFault[] {
  const { links: texts, propose } = messages(locale).asking
  const faultTexts = { ...propose.faults, taken: texts.taken }
  const ofFields = (['name', 'email', 'company', 'type', 'locale'] as const).flatMap((name) => {
    const fault = faults[name]
    return fault ? [{ id: name, text: `${texts[name]}: ${texts.faults[fault]}` }] : []
  })
  const ofRows = rowFaults.flatMap((fault, index) => {
    if (fault === null) return []
    const id = fault === 'not-a-time' ? `time-${index + 1}` : `date-${index + 1}`
    return [{ id, text: `${fill(texts.row, { number: index + 1 })}: ${faultTexts[fault]}` }]
  })
  const ofEnd = faults.expires ? [{ id: 'expires', text: `${texts.expires}: ${texts.faults[faults.expires]}` }] : []
  return [...ofFields, ...ofRows, ...ofEnd]
}
