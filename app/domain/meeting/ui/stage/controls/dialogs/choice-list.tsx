export type Choice<Value extends string> = { value: Value; label: string; hint: string }

type ChoiceListProps<Value extends string> = {
  name: string
  legend: string
  choices: readonly Choice<Value>[]
  chosen: Value
  onChoose: (value: Value) => void
}

/** One of some ways, which holds as soon as it is chosen. */
export function ChoiceList<Value extends string>({ name, legend, choices, chosen, onChoose }: ChoiceListProps<Value>) {
  return (
    <fieldset className="choices">
      <legend className="field-label">{legend}</legend>
      {choices.map(({ value, label, hint }) => (
        <label className="choice" key={value}>
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span className="choice-label">{label}</span>
          <span className="choice-hint">{hint}</span>
        </label>
      ))}
    </fieldset>
  )
}

type SwitchProps = { label: string; hint: string; isOn: boolean; onSwitch: (isOn: boolean) => void }

export function ChoiceSwitch({ label, hint, isOn, onSwitch }: SwitchProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
      <span className="choice-label">{label}</span>
      <span className="choice-hint">{hint}</span>
    </label>
  )
}
