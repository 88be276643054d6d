import { LANGUAGE_TAG, type Locale } from '#app/kernel/locale.ts'

/** `Mette, Søren og Amina`: names as a sentence has them. */
export function listText(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(LANGUAGE_TAG[locale], { type: 'conjunction' }).format(names)
}
