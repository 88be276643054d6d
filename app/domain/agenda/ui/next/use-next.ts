import { useCallback, useEffect, useState } from 'react'
import type { DoorView } from '../../../meeting/room-data.ts'
import { fetchNextTimes, postNext, type NextAsked, type NextTimes, type WantedTimes } from './next-requests.ts'

/** `news` is the name of what is said of it: a reason for a refusal, or that it failed. Null times are not there yet. */
export type NextInHand = Omit<NextTimes, 'times'> & { times: number[] | null; isBusy: boolean; news: string | null }

const FRESH: NextInHand = { times: null, kinds: [], kind: null, isBusy: false, news: null }

/** Fetches times as soon as they are wanted, and posts what is chosen. */
export function useNext(url: string, { isWanted, onDoor }: { isWanted: boolean; onDoor: (door: DoorView) => void }) {
  const [inHand, setInHand] = useState(FRESH)

  const load = useCallback(async (wanted: WantedTimes) => {
    setInHand((before) => ({ ...before, ...(wanted.kind !== before.kind && { times: null, kind: wanted.kind }), isBusy: true, news: null }))
    const fetched = await fetchNextTimes(url, wanted)
    setInHand((before) => ({ ...before, ...fetched, isBusy: false, news: fetched ? null : 'failed' }))
  }, [url])

  useEffect(() => {
    if (isWanted) void load({ after: null, kind: null })
  }, [isWanted, load])

  async function ask(asked: NextAsked): Promise<boolean> {
    if (inHand.isBusy) return false
    setInHand({ ...inHand, isBusy: true, news: null })
    const answered = await postNext(url, asked)
    if (answered.kind === 'done') onDoor(answered.door)
    setInHand(answered.kind === 'refused'
      ? { ...inHand, ...answered.times, isBusy: false, news: answered.reason }
      : { ...inHand, isBusy: false, news: answered.kind === 'failed' ? 'failed' : null })
    return answered.kind === 'done'
  }
  return { inHand, load, ask }
}
