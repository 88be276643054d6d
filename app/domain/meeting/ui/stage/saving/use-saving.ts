import { useEffect } from 'react'
import { browserNow } from '#app/ui/clock.ts'
import { say, type Call } from '../../call/call.ts'
import { changeStage, type StageDesk } from '../choices/stage-desk.ts'
import { createCameraRest } from './camera-rest.ts'
import { createLineLook } from './line-look.ts'
import { createSaver } from './save-data.ts'
import { isPoor, nextSaving } from './saving.ts'

const LOOK_EVERY_MS = 2_000

/** Looks at the line while the person is inside, and holds pictures to the level that is chosen or called for. */
export function useSaving(call: Call, desk: StageDesk): void {
  useEffect(() => {
    const saver = createSaver(call.room)
    const camera = createCameraRest(call)
    const follow = () => {
      const { level } = desk.store.read().saving
      saver.set(level)
      camera.set(level)
    }
    follow()
    const unwatch = desk.store.watch(follow)
    const stopLooking = watchLine(call, desk)
    return () => {
      unwatch()
      stopLooking()
      saver.stop()
      camera.end()
    }
  }, [call, desk])
}

function watchLine(call: Call, desk: StageDesk): () => void {
  const look = createLineLook(call.room)
  const takeIn = async () => {
    const line = await look()
    const { saving } = desk.store.read()
    const isInside = call.store.read().state.stage === 'inside'
    const next = nextSaving(saving, isInside && isPoor(line), browserNow())
    if (next === saving) return
    changeStage(desk, { saving: next })
    const { texts: { saving: texts } } = call
    if (next.level !== saving.level) say(call, next.level === 'less' ? texts.lessByItself : texts.soundByItself)
  }
  const timer = setInterval(() => void takeIn(), LOOK_EVERY_MS)
  return () => clearInterval(timer)
}
