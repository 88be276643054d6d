import { useEffect, useRef, type RefObject } from 'react'
import type { Playable } from '../call/people.ts'

/** Plays a track in the element that gets the answer as its ref, and lets go of it when the track changes. */
export function usePlaying<Element extends HTMLMediaElement>(playable: Playable | null): RefObject<Element> {
  const ref = useRef<Element>(null)
  useEffect(() => {
    const element = ref.current
    if (!playable || !element) return
    playable.attach(element)
    return () => void playable.detach(element)
  }, [playable])
  return ref
}
