import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { sayMoment } from '../words.ts'
import { CarriedField } from '../address/carried-field.tsx'
import type { TimesState } from './times-state.ts'

/** One mail if the time frees, to somebody who has no seat in any meeting. */
export function WatchForm({ at, state }: { at: number; state: TimesState }) {
  const { locale, zone, offer, watch } = state
  const { watch: texts } = messages(locale).reservation
  if (watch.isKept) return <p role="status">{fill(texts.kept, { moment: sayMoment(at, state) })}</p>
  return (
    <form method="post" action={paths.book(locale, offer.slug)} className="watch-form">
      <p>{texts.text}</p>
      <input type="hidden" name="start" value={isoInstant(at)} />
      <input type="hidden" name="zone" value={zone} />
      <CarriedField carried={state.carried} />
      <Field
        id="watch-email" name="email" type="email" inputMode="email" autoComplete="email" required maxLength={254}
        label={texts.email} hint={texts.hint} defaultValue={watch.typed} error={watch.fault ? texts.faults[watch.fault] : undefined}
      />
      <div className="lure" aria-hidden="true">
        <label htmlFor="website">{texts.lure}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <Button tone="quiet" name="intent" value="watch">{texts.submit}</Button>
    </form>
  )
}
