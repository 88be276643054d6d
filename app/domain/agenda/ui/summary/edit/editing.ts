import { momentText } from '#app/i18n/moment-text.ts'
import type { CorrectionRefusal, CorrectionRequest } from '../../../corrections/correction.ts'
import type { SummaryView } from '../../../summary/summary-view.ts'

/** What was asked for and could not be done: it stays in its form. */
export type Uncorrected = { reason: CorrectionRefusal; asked: CorrectionRequest }

/** Day and time of the clock, as the reader says them. */
export function sayMoment(at: number, { locale, timeZone }: Pick<SummaryView, 'locale' | 'timeZone'>): string {
  return momentText(at, timeZone, locale)
}
