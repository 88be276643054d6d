import { useEffect } from 'react'
import { followItem, type StageDesk, type SuggestedLayout } from './stage-desk.ts'

/** Follows the meeting from item to item. */
export function useSuggestedLayout(desk: StageDesk, { key, layout }: SuggestedLayout): void {
  useEffect(() => followItem(desk, { key, layout }), [desk, key, layout])
}
