import { LANGUAGE_TAG, type Locale } from '#app/kernel/locale.ts'

/** `Mette, Søren og Amina`: words as a sentence lists them. */
export function listText(words: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(LANGUAGE_TAG[locale], { type: 'conjunction' }).format(words)
}
