import { TWELVE_HOURS } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'

/**
 * Which pages a browser may fetch ahead when somebody is about to press their link. Only public ones: no GET changes
 * anything, but a personal link is the visitor's own to follow. Named by a header, for no page has inline scripts.
 */
export function loader(): Response {
  const pages = (['da', 'en', TWELVE_HOURS] as const).flatMap((locale) => [paths.front(locale), paths.book(locale, '*')])
  const where = { href_matches: pages.flatMap((path) => [path, `${path}\\?*`]) }
  const rules = { prefetch: [{ source: 'document', where, eagerness: 'moderate' }] }
  return new Response(JSON.stringify(rules), {
    headers: { 'Content-Type': 'application/speculationrules+json', 'Cache-Control': 'public, max-age=3600' },
  })
}
