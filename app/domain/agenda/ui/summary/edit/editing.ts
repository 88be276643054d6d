import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { clockText, dayText } from '#app/kernel/time.ts'
import type { CorrectionRefusal, CorrectionRequest } from '../../../corrections/correction.ts'
import type { SummaryView } from '../../../summary/summary-view.ts'

/** What was asked for and could not be done: it stays in its form. */
export type Uncorrected = { reason: CorrectionRefusal; asked: CorrectionRequest }

/** Day and time of the clock, as the reader says them. */
export function sayMoment(at: number, { locale, timeZone }: Pick<SummaryView, 'locale' | 'timeZone'>): string {
  return fill(messages(locale).after.summary.moment, { day: dayText(at, timeZone, locale), clock: clockText(at, timeZone, locale) })
}
