/** The two languages of the product. Danish is the first. */
export const LANGUAGES = ['da', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** A language and the clock that its reader is used to: English has one of 24 hours and one of 12 (BCP 47, Unicode extension `hc`). */
export type Locale = Language | typeof TWELVE_HOURS

export const TWELVE_HOURS = 'en-u-hc-h12'

export function isLanguage(text: unknown): text is Language {
  return text === 'da' || text === 'en'
}

export function isLocale(text: unknown): text is Locale {
  return isLanguage(text) || text === TWELVE_HOURS
}

/** Which of the texts its reader reads. */
export function languageOf(locale: Locale): Language {
  return locale === 'da' ? 'da' : 'en'
}

/** BCP 47 tag that decides dates: the day stands before the month in both languages. */
export const LANGUAGE_TAG: Record<Locale, string> = { da: 'da-DK', en: 'en-GB', [TWELVE_HOURS]: 'en-GB' }
