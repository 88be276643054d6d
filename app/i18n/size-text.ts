import { LANGUAGE_TAG, type Locale } from '#app/kernel/locale.ts'

/** A file's size as one says it, `1,2 MB`; in thousands, as computers of today count. */
export function sizeText(bytes: number, locale: Locale): string {
  const isSmall = bytes < 1_000_000
  const amount = isSmall ? Math.max(1, Math.round(bytes / 1_000)) : bytes / 1_000_000
  return new Intl.NumberFormat(LANGUAGE_TAG[locale], { style: 'unit', unit: isSmall ? 'kilobyte' : 'megabyte', maximumFractionDigits: 1 }).format(amount)
}
