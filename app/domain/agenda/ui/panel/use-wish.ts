import { useEffect, useRef } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import type { PanelWish, PanelWishes } from './wishes.ts'

/** Does what is wished, once. */
export function useWish(wishes: PanelWishes, grant: (wish: PanelWish) => void): void {
  const wish = useStore(wishes)
  const newest = useRef(grant)
  useEffect(() => { newest.current = grant })
  useEffect(() => {
    if (!wish) return
    wishes.write(null)
    newest.current(wish)
  }, [wishes, wish])
}
