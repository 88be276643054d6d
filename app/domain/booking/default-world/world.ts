import type { TemplateItem } from '#app/domain/agenda/template.ts'
import type { Language } from '#app/kernel/locale.ts'
import { agendasDa } from './da.ts'
import { agendasEn } from './en.ts'
import { DIAGNOSES, type Diagnosis } from '../diagnosis.ts'

/** The meetings that a new desk offers; everything can be edited afterwards. */
export const DEFAULT_MEETING_TYPES = [
  {
    slug: 'intro',
    titleDa: 'Et første møde',
    titleEn: 'A first meeting',
    summaryDa: 'En halv time, hvor vi finder ud af, hvad der vil flytte mest i jeres salg. Uden slides og uden forpligtelser.',
    summaryEn: 'Half an hour to find out what would move your sales the most. No slides and no strings attached.',
    durationMinutes: 30, stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 15,
    noticeMinutes: 4 * 60, horizonDays: 60, position: 1,
  },
  {
    slug: 'sparring',
    titleDa: 'Sparring',
    titleEn: 'Sparring',
    summaryDa: 'En time om én konkret sag: et kundemøde, et team eller et mål. Du går derfra med en plan.',
    summaryEn: 'An hour on one real case: a customer meeting, a team or a target. You leave with a plan.',
    durationMinutes: 60, stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 15,
    noticeMinutes: 24 * 60, horizonDays: 60, position: 2,
  },
] as const

const WORKING_DAYS = [1, 2, 3, 4, 5]

/** Monday to Friday, 09 to 12 and 13 to 16, on the consultant's own clock. */
export const DEFAULT_HOURS = WORKING_DAYS.flatMap((weekday) => [
  { weekday, startMinute: 9 * 60, endMinute: 12 * 60 },
  { weekday, startMinute: 13 * 60, endMinute: 16 * 60 },
])

export type DefaultTemplate = {
  diagnosis: Diagnosis
  locale: Language
  title: string
  items: TemplateItem[]
}

/** One agenda for each answer to the diagnosis, in both languages; each fits into the first meeting. */
export const DEFAULT_TEMPLATES: DefaultTemplate[] = DIAGNOSES.flatMap((diagnosis) => [
  { diagnosis, locale: 'da', ...agendasDa[diagnosis] },
  { diagnosis, locale: 'en', ...agendasEn[diagnosis] },
])
