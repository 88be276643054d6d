import { isLocale, TWELVE_HOURS, type Locale } from '#app/kernel/locale.ts'

/** What a public page's address asks for: English under /en, with a clock of twelve hours under /en-12h; Danish elsewhere. */
export function localeOf({ url }: Pick<Request, 'url'>): Locale {
  const [, prefix] = /^\/(en|en-12h)(?:\/|\.data$|$)/.exec(new URL(url).pathname) ?? []
  return prefix === 'en' ? 'en' : prefix ? TWELVE_HOURS : 'da'
}

/** The language that a page without one of its own in its path was asked for by `?lang`; Danish otherwise. */
export function askedLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang')
  return isLocale(asked) ? asked : 'da'
}
