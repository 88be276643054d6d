import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Field, Select, TextArea, type SelectOption } from '#app/ui/field.tsx'
import { ERROR_SUMMARY_ID, ErrorSummary } from '#app/ui/notice.tsx'
import { RadioGroup, type RadioOption } from '#app/ui/radio-group.tsx'
import type { RuleFault, Typed } from '../../rules/rule-input.ts'

type FieldText = { name: string; label: string; hint?: string; isOptional?: boolean }

/** One question of a form; `name` is its id too. */
export type RuleField = FieldText & (
  | { kind: 'text' | 'date' | 'clock' | 'number' }
  | { kind: 'long' }
  | { kind: 'select'; options: readonly SelectOption[] }
  | { kind: 'radio'; options: readonly RadioOption[] }
  | { kind: 'check' }
)

export type RuleFormProps = {
  fields: readonly RuleField[]
  typed: Typed
  faults: Partial<Record<string, RuleFault>>
  texts: { submit: string; optional: string; faultsTitle: string; faults: Record<RuleFault, string> }
  /** Sent with the form, so that one page can have several. */
  intent: string
  children?: ReactNode
}

/** A plain form of one column. What was typed stays, and each fault stands at its field and above the form. */
export function RuleForm({ fields, typed, faults, texts, intent, children }: RuleFormProps) {
  const sayFault = (name: string) => {
    const fault = faults[name]
    return fault ? texts.faults[fault] : undefined
  }
  const wrong = fields.flatMap(({ name, label }) => {
    const text = sayFault(name)
    return text ? [{ id: name, text: `${label}: ${text}` }] : []
  })
  return (
    <form method="post" action={`#${ERROR_SUMMARY_ID}`} className="desk-form" noValidate>
      <ErrorSummary title={texts.faultsTitle} faults={wrong} />
      {fields.map((field) => (
        <RuleControl key={field.name} field={field} value={typed[field.name] ?? ''} error={sayFault(field.name)} optionalText={texts.optional} />
      ))}
      {children}
      <div className="row"><Button name="intent" value={intent}>{texts.submit}</Button></div>
    </form>
  )
}

type ControlProps = { field: RuleField; value: string; error: string | undefined; optionalText: string }

function RuleControl({ field, value, error, optionalText }: ControlProps) {
  const { name, label, hint } = field
  const described = { id: name, name, label, hint, error, optionalText: field.isOptional ? optionalText : undefined }
  switch (field.kind) {
    case 'long': return <TextArea {...described} defaultValue={value} rows={3} />
    case 'select': return <Select {...described} options={field.options} defaultValue={value} />
    case 'radio': return <RadioGroup id={name} name={name} legend={label} hint={hint} error={error} options={field.options} chosen={value} />
    case 'check': return <Check {...{ name, label, hint }} isChecked={value === 'yes'} />
    case 'date': return <div className="short-field"><Field {...described} type="date" defaultValue={value} /></div>
    case 'text': return <Field {...described} defaultValue={value} autoComplete="off" />
    default: return <div className="short-field"><Field {...described} defaultValue={value} inputMode={MODES[field.kind]} autoComplete="off" /></div>
  }
}

const MODES = { clock: undefined, number: 'decimal' } as const

function Check({ name, label, hint, isChecked }: { name: string; label: string; hint?: string; isChecked: boolean }) {
  return (
    <label className="choice">
      <input type="checkbox" id={name} name={name} value="yes" defaultChecked={isChecked} />
      <span className="choice-label">{label}</span>
      {hint && <span className="choice-hint">{hint}</span>}
    </label>
  )
}
