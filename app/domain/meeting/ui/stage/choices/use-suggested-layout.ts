import { useEffect } from 'react'
import { changeStage, type StageDesk } from './stage-desk.ts'
import type { LayoutChoice } from './stage-choices.ts'

/** How the item that the meeting is at would be seen best; `key` changes when the meeting moves on. */
export type SuggestedLayout = { key: string | null; layout: LayoutChoice | null }

/** Follows the meeting from item to item. What a person chooses later holds till it moves on. */
export function useSuggestedLayout(desk: StageDesk, { key, layout }: SuggestedLayout): void {
  useEffect(() => changeStage(desk, { suggestedLayout: layout }), [desk, key, layout])
}
