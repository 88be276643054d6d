import { isLocale, type Locale } from '#app/kernel/locale.ts'

/** The language that a public page's address asks for: English under /en, Danish elsewhere. */
export function localeOf(request: Request): Locale {
  return /^\/en(\/|\.data$|$)/.test(new URL(request.url).pathname) ? 'en' : 'da'
}

/** The language that a page without one of its own in its path was asked for by `?lang`; Danish otherwise. */
export function askedLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang')
  return isLocale(asked) ? asked : 'da'
}
