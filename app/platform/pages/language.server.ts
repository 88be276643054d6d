import { redirect } from '@remix-run/node'
import { isLocale } from '#app/kernel/locale.ts'
import { inLanguage } from '#app/paths.ts'

/**
 * A public page that is asked for with `?lang=` leads to its own address in that language, where all else that the
 * address says stands as it stood.
 * @throws {Response} the redirect.
 */
export function leadToAskedLanguage(request: Request): void {
  const { pathname, searchParams } = new URL(request.url)
  const asked = searchParams.get('lang')
  if (!isLocale(asked)) return
  searchParams.delete('lang')
  throw redirect(inLanguage(asked, pathname) + (searchParams.size > 0 ? `?${searchParams}` : ''), 302)
}
