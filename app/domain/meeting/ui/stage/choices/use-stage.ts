import { useEffect, useState } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import type { Call } from '../../call/call.ts'
import { stageActions, type StageActions } from './stage-actions.ts'
import { createStageDesk, type StageDesk, type StageView } from './stage-desk.ts'

/** How the call is seen now, and the ways to change it. */
export type StageInHand = { view: StageView; actions: StageActions }

/** One stage for as long as the person is inside; its small window goes with it. */
export function useStage(call: Call): StageInHand & { desk: StageDesk } {
  const [desk] = useState(() => createStageDesk(call.media.storage))
  const [actions] = useState(() => stageActions(call, desk))
  useEffect(() => () => desk.store.read().pip?.close(), [desk])
  const view = useStore(desk.store)
  return { desk, actions, view: { ...view, layout: view.suggestedLayout ?? view.layout } }
}
