import { useEffect } from 'react'
import { browserNow } from '#app/ui/clock.ts'
import { say, switchDevice, type Call } from '../../call/call.ts'
import { changeStage, type StageDesk } from '../choices/stage-desk.ts'
import { createLineLook } from './line-look.ts'
import { createSaver } from './save-data.ts'
import { isPoor, nextSaving, type SavingLevel } from './saving.ts'

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

/** The own camera rests while there is only sound, and is turned on again only if that turned it off. */
function createCameraRest(call: Call): { set(level: SavingLevel): void } {
  let isResting = false
  let known: SavingLevel = 'off'
  return {
    set(level) {
      if (level === known) return
      known = level
      if (level === 'sound' && call.media.store.read().camera.state === 'ready') {
        isResting = true
        void switchDevice(call, 'camera', false)
      } else if (level !== 'sound' && isResting) {
        isResting = false
        void switchDevice(call, 'camera', true)
      }
    },
  }
}
