export type RadioOption = { value: string; label: string; hint?: string }

type RadioGroupProps = {
  /** The id of the first option, so that an error summary can lead there. */
  id: string
  name: string
  legend: string
  hint?: string
  error?: string
  options: readonly RadioOption[]
  chosen?: string | null
  required?: boolean
}

export function RadioGroup({ id, name, legend, hint, error, options, chosen, required }: RadioGroupProps) {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset className="choices" data-invalid={error ? '' : undefined} aria-describedby={describedBy || undefined}>
      <legend className="field-label">{legend}</legend>
      {hint && <p className="field-hint" id={`${id}-hint`}>{hint}</p>}
      {error && <p className="field-error" id={`${id}-error`}>{error}</p>}
      {options.map((option, position) => (
        <label className="choice" key={option.value}>
          <input
            type="radio" name={name} value={option.value} required={required}
            id={position === 0 ? id : undefined}
            defaultChecked={option.value === chosen}
          />
          <span className="choice-label">{option.label}</span>
          {option.hint && <span className="choice-hint">{option.hint}</span>}
        </label>
      ))}
    </fieldset>
  )
}
