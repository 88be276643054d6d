/** Has this browser not been asked yet whether the system may be told? It is asked by a press alone, once. */
export function mayAskToNotify(): boolean {
  return typeof Notification !== 'undefined' && Notification.permission === 'default'
}

/** To be called by a press. */
export async function askToNotify(): Promise<void> {
  await Notification.requestPermission()
}

type Told = { tag: string; body: string; onPress: () => void }

/**
 * Tells the system, for a reader who looks elsewhere and has allowed it.
 * @param tag of what is told: pages that tell the same say it once.
 */
export function notify(text: string, { tag, body, onPress }: Told): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted' || document.hasFocus()) return
  try {
    new Notification(text, { body, tag }).addEventListener('click', () => {
      window.focus()
      onPress()
    })
  } catch {
    // Chrome on Android tells the system by a service worker alone: there it rings, and the title says it.
  }
}
