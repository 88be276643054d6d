import { useEffect, useState } from 'react'

/** A part of an island that is fetched when it is first wanted, and kept for the page. */
export type Part<Loaded> = { load: () => Promise<Loaded>; loaded: Loaded | null }

export function createPart<Loaded>(load: () => Promise<Loaded>): Part<Loaded> {
  return { load, loaded: null }
}

/** Fetches a part before it is wanted. One that can't be fetched is tried again when it is. */
export async function preload<Loaded>(part: Part<Loaded>): Promise<void> {
  part.loaded ??= await part.load().catch(() => null)
}

/** The part as soon as it is wanted and here. One that could not be fetched is tried again by `tryAgain`, or when it is next wanted. */
export function usePart<Loaded>(part: Part<Loaded>, isWanted = true): { loaded: Loaded | null; hasFailed: boolean; tryAgain: () => void } {
  const [, setArrived] = useState(part.loaded !== null)
  const [tries, setTries] = useState(0)
  const [failedAt, setFailedAt] = useState(-1)
  useEffect(() => {
    if (!isWanted || part.loaded) return
    part.load().then((loaded) => {
      part.loaded = loaded
      setArrived(true)
    }).catch(() => setFailedAt(tries))
  }, [part, isWanted, tries])
  return { loaded: part.loaded, hasFailed: failedAt === tries, tryAgain: () => setTries(tries + 1) }
}
