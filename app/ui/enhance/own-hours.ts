import { browserHours } from '#app/i18n/browser-hours.ts'
import { keepChoice, keptChoice } from '../browser/kept-choice.ts'

const KEPT = 'clock'

/**
 * Leads to the clock that the reader is used to, the one chosen before or else the browser's, where the page has a link
 * to the same page with another clock.
 */
export function enhance(): void {
  const url = new URL(location.href)
  const chosen = url.searchParams.get(KEPT)
  if (isHours(chosen)) return keepChoice(KEPT, chosen)
  const kept = keptChoice(KEPT)
  const other = document.querySelector<HTMLAnchorElement>('a[data-hours]')
  if (other?.dataset.hours !== (isHours(kept) ? kept : browserHours())) return
  url.pathname = other.pathname
  location.replace(url)
}

function isHours(text: string | null): text is '12' | '24' {
  return text === '12' || text === '24'
}
