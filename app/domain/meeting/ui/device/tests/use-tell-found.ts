import { useEffect } from 'react'
import { askApp } from '#app/ui/island/ask-app.ts'
import type { MediaDesk } from '../own-media.ts'
import { readinessOf } from '../media-desk.ts'

/** Somebody who answers and turns a device on in the same breath is told of once. */
const QUIET_MS = 800

/**
 * Tells the app what was found, a moment after it last changed, or at once when the page is left.
 * Before any test there is nothing to tell.
 */
export function useTellFound(desk: MediaDesk, url: string): void {
  useEffect(() => {
    let told = JSON.stringify(readinessOf(desk.store.read()))
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      clearTimeout(timer)
      const { isAsking, tests } = desk.store.read()
      const found = JSON.stringify(readinessOf(desk.store.read()))
      if (isAsking || found === told || Object.keys(tests).length === 0) return
      told = found
      // What is lost on the way is told again with the next finding; the check itself needs nobody to hear of it.
      void askApp(url, { body: readinessOf(desk.store.read()), keepalive: true })
    }
    const unwatch = desk.store.watch(() => {
      clearTimeout(timer)
      timer = setTimeout(tell, QUIET_MS)
    })
    window.addEventListener('pagehide', tell)
    return () => {
      tell()
      unwatch()
      window.removeEventListener('pagehide', tell)
    }
  }, [desk, url])
}
