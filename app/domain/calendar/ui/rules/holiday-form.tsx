import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'

export type HolidayLine = { key: string; name: string; next: string; isKept: boolean }

/** A tick for each holiday that the consultant keeps. */
export function HolidayForm({ lines, texts }: { lines: readonly HolidayLine[]; texts: Messages['rules']['holidays'] }) {
  return (
    <form method="post" className="desk-form">
      <fieldset className="choices">
        <legend className="field-label">{texts.legend}</legend>
        {lines.map(({ key, name, next, isKept }) => (
          <label className="choice" key={key}>
            <input type="checkbox" name="holiday" value={key} defaultChecked={isKept} />
            <span className="choice-label holiday-name">{name}</span>
            <span className="choice-hint">{fill(texts.next, { day: next })}</span>
          </label>
        ))}
      </fieldset>
      <div className="row"><Button name="intent" value="save">{texts.save}</Button></div>
    </form>
  )
}
