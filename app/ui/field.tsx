import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { Button } from './button.tsx'
import { VisuallyHidden } from './time.tsx'

type Described = {
  /** The id of the control; links in an error summary point at it. */
  id: string
  label: string
  hint?: string
  /** A sentence on what to do, in the reader's language; absent when all is well. */
  error?: string
  /** Shown after the label where a field may stay empty, such as "(valgfrit)". */
  optionalText?: string
}

type Own<Attributes> = Described & Omit<Attributes, keyof Described | 'className'>

export function Field({ id, label, hint, error, optionalText, ...input }: Own<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Labelled {...{ id, label, hint, error, optionalText }}>
      <input {...input} {...controlOf({ id, hint, error })} />
    </Labelled>
  )
}

export function TextArea({ id, label, hint, error, optionalText, ...area }: Own<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Labelled {...{ id, label, hint, error, optionalText }}>
      <textarea {...area} {...controlOf({ id, hint, error })} />
    </Labelled>
  )
}

export type SelectOption = { value: string; label: string }

type SelectProps = Own<SelectHTMLAttributes<HTMLSelectElement>> & { options: readonly SelectOption[] }

export function Select({ id, label, hint, error, optionalText, options, ...select }: SelectProps) {
  return (
    <Labelled {...{ id, label, hint, error, optionalText }}>
      <select {...select} {...controlOf({ id, hint, error })}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </Labelled>
  )
}

type CopyFieldProps = Pick<Described, 'id' | 'label' | 'hint'> & { value: string; texts: { copy: string; copied: string } }

/** What is to be passed on, such as a link. The button is there where the page's `copy-link` script can copy. */
export function CopyField({ id, label, hint, value, texts }: CopyFieldProps) {
  return (
    <div className="copy-field">
      <Field id={id} label={label} hint={hint} value={value} readOnly />
      <Button type="button" tone="quiet" hidden data-copies={id} data-copied={texts.copied}><span>{texts.copy}</span><VisuallyHidden> {label}</VisuallyHidden></Button>
      <p className="visually-hidden" role="status" />
    </div>
  )
}

function Labelled({ id, label, hint, error, optionalText, children }: Described & { children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {optionalText && <span className="field-optional"> {optionalText}</span>}
      </label>
      {hint && <p className="field-hint" id={`${id}-hint`}>{hint}</p>}
      {error && <p className="field-error" id={`${id}-error`}>{error}</p>}
      {children}
    </div>
  )
}

function controlOf({ id, hint, error }: Pick<Described, 'id' | 'hint' | 'error'>) {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return { id, className: 'input', 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined }
}
