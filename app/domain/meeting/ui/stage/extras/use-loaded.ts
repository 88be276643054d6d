import { useEffect, useState } from 'react'

/** Loads a part of the page once it is wanted; null until it is there. A line that fails is tried again at the next wish. */
export function useLoaded<Part>(load: () => Promise<Part>, isWanted: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null)
  useEffect(() => {
    if (!isWanted || part !== null) return
    load().then((loaded) => setPart(() => loaded)).catch(() => null)
  }, [load, isWanted, part])
  return part
}
