/** The two languages of the product. Danish is the first. */
export type Locale = 'da' | 'en'

export function isLocale(text: unknown): text is Locale {
  return text === 'da' || text === 'en'
}

/** BCP 47 tag that decides clocks and dates: 24 hours in Danish, day before month in both. */
export const LANGUAGE_TAG: Record<Locale, string> = { da: 'da-DK', en: 'en-GB' }
