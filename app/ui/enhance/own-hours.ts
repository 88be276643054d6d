import { browserHours } from '#app/i18n/browser-hours.ts'

const KEPT = 'clock'
const HOURS = /^(12|24)$/

/**
 * Leads to the clock that the reader is used to, the one chosen before or else the browser's, where the page has a link
 * to the same page with another clock.
 */
export function enhance(): void {
  const url = new URL(location.href)
  const chosen = url.searchParams.get(KEPT) ?? ''
  if (HOURS.test(chosen)) return keep(chosen)
  const other = document.querySelector<HTMLAnchorElement>('a[data-hours]')
  if (other?.dataset.hours !== (kept() ?? browserHours())) return
  url.pathname = other.pathname
  location.replace(url)
}

function keep(hours: string): void {
  try {
    localStorage.setItem(KEPT, hours)
  } catch {
    // A browser may refuse its storage; then the address remembers alone.
  }
}

function kept(): string | null {
  try {
    const hours = localStorage.getItem(KEPT)
    return hours && HOURS.test(hours) ? hours : null
  } catch {
    return null
  }
}
