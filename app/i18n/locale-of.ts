import type { Locale } from '#app/kernel/locale.ts'

/** The language that a public page's address asks for: English under /en, Danish elsewhere. */
export function localeOf(request: Request): Locale {
  return /^\/en(\/|\.data$|$)/.test(new URL(request.url).pathname) ? 'en' : 'da'
}
