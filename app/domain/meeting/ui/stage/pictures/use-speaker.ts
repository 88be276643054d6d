import { useEffect, useState } from 'react'
import { browserNow } from '#app/ui/clock.ts'
import type { Person } from '../../call/people.ts'
import { msUntilTurn, nextSpeaker, NOBODY_SPEAKS } from './speaker.ts'

/** The id of the one who has the word, steady enough to be shown large. */
export function useSpeaker(people: readonly Person[]): string | null {
  const [speaking, setSpeaking] = useState(NOBODY_SPEAKS)
  const ids = people.filter((person) => person.isSpeaking).map((person) => person.id).join('\n')
  useEffect(() => {
    const look = () => setSpeaking((before) => nextSpeaker(before, ids === '' ? [] : ids.split('\n'), browserNow()))
    look()
    const waitMs = msUntilTurn(speaking, browserNow())
    if (waitMs === null) return
    const timer = setTimeout(look, waitMs)
    return () => clearTimeout(timer)
  }, [ids, speaking])
  return speaking.id
}
