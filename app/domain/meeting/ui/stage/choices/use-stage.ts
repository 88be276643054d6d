import { useEffect, useState } from 'react'
import { tabStorage } from '#app/ui/island/tab-storage.ts'
import { useStore } from '#app/ui/island/use-store.ts'
import type { Call } from '../../call/call.ts'
import { stageActions, type StageActions } from './stage-actions.ts'
import { isBroken } from '../pictures/interrupted.tsx'
import { useLater } from '../pictures/use-later.ts'
import { createStageDesk, type StageDesk, type StageView } from './stage-desk.ts'

/** After this long without a picture: other ways to talk. */
const LONG_TROUBLE_MS = 8_000

/** How the call is seen now, the ways to change it, and whether it has stood still for long. */
export type StageInHand = { view: StageView; actions: StageActions; isTroubleLong: boolean }

/** One stage for as long as the person is inside; its small window goes with it. */
export function useStage(call: Call): StageInHand & { desk: StageDesk } {
  const [desk] = useState(() => createStageDesk(call.media.storage, tabStorage()))
  const [actions] = useState(() => stageActions(call, desk))
  useEffect(() => () => desk.store.read().pip?.close(), [desk])
  const isTroubleLong = useLater(isBroken(useStore(call.store)), LONG_TROUBLE_MS)
  const view = useStore(desk.store)
  return { desk, actions, isTroubleLong, view: { ...view, layout: view.suggestedLayout ?? view.layout } }
}
