import { browserZone } from '#app/i18n/browser-zone.ts'
import { keepChoice, keptChoice } from '../browser/kept-choice.ts'

const KEPT = 'zone'

/** Shows times on the visitor's own clock: the one chosen before, or else the browser's. */
export function enhance(): void {
  const url = new URL(location.href)
  const chosen = url.searchParams.get(KEPT)
  if (chosen) return keepChoice(KEPT, chosen)
  const zone = keptChoice(KEPT) ?? browserZone()
  const shown = document.querySelector<HTMLInputElement>('input[name="zone"]')?.value
  if (!zone || !shown || zone === shown) return
  url.searchParams.set(KEPT, zone)
  // One list of times takes the other's place: cross-faded (base.css), both could be read through each other.
  addEventListener('pageswap', ({ viewTransition }) => viewTransition?.skipTransition(), { once: true })
  location.replace(url)
}
