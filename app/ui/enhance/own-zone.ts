import { browserZone } from '#app/i18n/browser-zone.ts'

const KEPT = 'zone'

/** Shows times on the visitor's own clock: the one chosen before, or else the browser's. */
export function enhance(): void {
  const url = new URL(location.href)
  const chosen = url.searchParams.get(KEPT)
  if (chosen) return keep(chosen)
  const zone = kept() ?? browserZone()
  const shown = document.querySelector<HTMLInputElement>('input[name="zone"]')?.value
  if (!zone || !shown || zone === shown) return
  url.searchParams.set(KEPT, zone)
  location.replace(url)
}

function keep(zone: string): void {
  try {
    localStorage.setItem(KEPT, zone)
  } catch {
    // A browser may refuse its storage; then the address remembers alone.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}
