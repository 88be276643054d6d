import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { clockText } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LeaveForm } from '../times/leave-form.tsx'
import type { DetailsState } from './details-state.ts'

/** Until when the time is the visitor's, and the way back to the others. A script turns the words over when time passes. */
export function HeldTime({ state, startsAt }: { state: DetailsState; startsAt: number }) {
  const { locale, zone, offer, hold, carried } = state
  const texts = messages(locale).reservation.held
  if (typeof hold === 'string') {
    return (
      <div className="held-time" data-stage={hold}>
        <p className="held-word">{texts[hold]}</p>
        <p><a href={paths.book(locale, offer.slug, { ...carried, zone })}>{texts.leave}</a></p>
      </div>
    )
  }
  const news = hold.nextKeep === null ? texts.lapsing : texts.lapsingKeep
  return (
    <>
      <div className="held-time" data-stage={hold.stage} data-left={hold.leftMs} data-lapsing={news} data-lapsed={texts.lapsed}>
        <p className="held-word" data-when="held">{fill(texts.until, { until: clockText(hold.until, zone, locale) })}</p>
        <p className="held-word" data-when="lapsed">{texts.lapsed}</p>
        <LeaveForm locale={locale} zone={zone} slug={offer.slug} at={startsAt} carried={carried}>{texts.leave}</LeaveForm>
      </div>
      <p className="visually-hidden" role="status" id="held-news" />
    </>
  )
}

/** The offer of more time, with all that was typed. It stands after the button that books, so that Enter in a field books. */
export function KeepTime({ state: { locale, zone, hold, keepMinutes }, formId }: { state: DetailsState; formId: string }) {
  const texts = messages(locale).reservation.keep
  if (typeof hold === 'string' || hold.nextKeep === null) return null
  return (
    <div className="keep-time" data-stage={hold.stage}>
      <p>{fill(texts.text, { until: clockText(hold.until, zone, locale) })}</p>
      <Button form={formId} tone="quiet" name="keep" value={hold.nextKeep} formNoValidate>{fill(texts.submit, { minutes: keepMinutes })}</Button>
    </div>
  )
}
