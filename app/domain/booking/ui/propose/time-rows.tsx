import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Field } from '#app/ui/field.tsx'
import type { TimeFault, TypedTime } from '../../proposal/proposal-input.ts'

/** `taken`: the one who offers the time has something then. */
type RowFault = TimeFault | 'taken'

type TimeRowsProps = {
  rows: readonly TypedTime[]
  faults: readonly (RowFault | null)[]
  hint: string
  texts: Pick<Messages['asking']['propose'], 'row' | 'date' | 'time' | 'optional'> & {
    legend: string
    faults: Partial<Record<RowFault, string>>
  }
}

/** Rows of a date and a time of day. The first is needed, the others may stay empty. */
export function TimeRows({ rows, faults, hint, texts }: TimeRowsProps) {
  return (
    <fieldset className="time-rows">
      <legend><h2>{texts.legend}</h2></legend>
      <p className="field-hint">{hint}</p>
      {rows.map((row, index) => {
        const fault = faults[index] ?? null
        const error = fault ? texts.faults[fault] : undefined
        const isAboutTime = fault === 'not-a-time'
        const number = index + 1
        return (
          <fieldset className="time-row" key={number}>
            <legend className="field-label">
              {fill(texts.row, { number })}{number > 1 && <span className="field-optional"> {texts.optional}</span>}
            </legend>
            <Field
              id={`date-${number}`} name={`date-${number}`} type="date" label={texts.date} required={number === 1}
              defaultValue={row.date} error={isAboutTime ? undefined : error}
            />
            <Field
              id={`time-${number}`} name={`time-${number}`} label={texts.time}
              required={number === 1} autoComplete="off" defaultValue={row.time} error={isAboutTime ? error : undefined}
            />
          </fieldset>
        )
      })}
    </fieldset>
  )
}
