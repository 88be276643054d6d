import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ERROR_SUMMARY_ID, ErrorSummary } from '#app/ui/notice.tsx'
import { MAX_WINDOWS_A_DAY, WEEKDAYS, type HoursFault, type HoursRow } from '../hours-input.ts'

type HoursTexts = Messages['desk']['hoursPage']

export type HoursFormProps = {
  /** In the order of the week. */
  rows: readonly HoursRow[]
  /** What is wrong with a row, by its index. */
  faults: ReadonlyMap<number, HoursFault>
  texts: HoursTexts
  faultsTitle: string
}

type Row = HoursRow & { index: number; number: number; fault: HoursFault | undefined }

/**
 * The week as rows of from and to. Each button sends all of it, so nothing typed is lost and no script is needed;
 * the fragment it sends to brings the answer's reader back to the same place.
 */
export function HoursForm({ rows, faults, texts, faultsTitle }: HoursFormProps) {
  const wrong = rows.flatMap((row, index) => {
    const fault = faults.get(index)
    return fault ? [{ id: `start-${index}`, text: sayFault(fault, row, texts) }] : []
  })
  return (
    <form method="post" action={`#${ERROR_SUMMARY_ID}`} className="desk-form" noValidate>
      <button className="visually-hidden" name="intent" value="save" tabIndex={-1} aria-hidden="true">{texts.save}</button>
      <ErrorSummary title={faultsTitle} faults={wrong} />
      <div className="week">
        {WEEKDAYS.map((weekday) => (
          <WeekdayRows
            key={weekday} weekday={weekday} rows={rowsOf(rows, faults, weekday)} texts={texts}
            nextIndex={rows.filter((row) => row.weekday <= weekday).length}
          />
        ))}
      </div>
      <div className="row">
        <Button name="intent" value="save">{texts.save}</Button>
        <Button name="intent" value="copy" formAction="#day-1" tone="plain">{texts.copyMonday}</Button>
      </div>
    </form>
  )
}

type WeekdayRowsProps = {
  weekday: (typeof WEEKDAYS)[number]
  rows: Row[]
  /** Where a row that is added to this day will stand in the week. */
  nextIndex: number
  texts: HoursTexts
}

function WeekdayRows({ weekday, rows, nextIndex, texts }: WeekdayRowsProps) {
  const day = texts.weekdays[weekday]
  return (
    <section className="weekday" aria-labelledby={`day-${weekday}`}>
      <h2 id={`day-${weekday}`}>{day}</h2>
      <div className="weekday-rows">
        {rows.length === 0 && <p className="soft">{texts.closed}</p>}
        {rows.map((row) => <WindowRow key={row.index} row={row} day={day} texts={texts} />)}
        {rows.length < MAX_WINDOWS_A_DAY && (
          <Button
            tone="plain" name="intent" value={`add:${weekday}`} formAction={`#start-${nextIndex}`}
            aria-label={fill(texts.addOn, { day: day.toLowerCase() })}
          >
            {texts.add}
          </Button>
        )}
      </div>
    </section>
  )
}

function WindowRow({ row, day, texts }: { row: Row; day: string; texts: HoursTexts }) {
  const span = row.start || row.end ? `${row.start}–${row.end}` : texts.emptySpan
  const wrong = row.fault ? { 'aria-invalid': true, 'aria-describedby': `fault-${row.index}` } : {}
  const input = { className: 'input', inputMode: 'numeric', autoComplete: 'off', maxLength: 5, ...wrong } as const
  return (
    <div className="window">
      <input type="hidden" name="weekday" value={row.weekday} />
      <input {...input} id={`start-${row.index}`} name="start" defaultValue={row.start} aria-label={fill(texts.fromOn, { day, number: row.number })} />
      <span aria-hidden="true">–</span>
      <input {...input} id={`end-${row.index}`} name="end" defaultValue={row.end} aria-label={fill(texts.toOn, { day, number: row.number })} />
      <Button
        tone="plain" name="intent" value={`remove:${row.index}`} formAction={`#day-${row.weekday}`}
        aria-label={fill(texts.removeOn, { span, day: day.toLowerCase() })}
      >
        {texts.remove}
      </Button>
      {row.fault && <p className="field-error" id={`fault-${row.index}`}>{sayFault(row.fault, row, texts)}</p>}
    </div>
  )
}

function rowsOf(rows: readonly HoursRow[], faults: ReadonlyMap<number, HoursFault>, weekday: number): Row[] {
  return rows
    .map((row, index) => ({ ...row, index, fault: faults.get(index) }))
    .filter((row) => row.weekday === weekday)
    .map((row, position) => ({ ...row, number: position + 1 }))
}

function sayFault(fault: HoursFault, row: HoursRow, texts: HoursTexts): string {
  const weekday = WEEKDAYS.find((candidate) => candidate === row.weekday)
  return fill(texts.faults[fault], { day: weekday ? texts.weekdays[weekday] : '', span: `${row.start}–${row.end}`, max: MAX_WINDOWS_A_DAY })
}
