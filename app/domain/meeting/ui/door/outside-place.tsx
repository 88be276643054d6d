import type { ReactNode } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import { deviceActions } from '../device/device-actions.ts'
import { DOOR_CLOSES_AFTER_MS } from '../../meeting.ts'
import type { DoorRequest } from '../../room-data.ts'
import { askAtDoor, knock, leave, type Call, type CallView } from '../call/call.ts'
import { browserKind, canHoldCalls } from '../device/device-fault.ts'
import { KeptRecordings } from '../recording/kept/kept-recordings.tsx'
import { recordingActions } from '../recording/recording-actions.ts'
import { listenOnly } from '../device/media-desk.ts'
import type { RoomScene } from '../room-scene.ts'
import { usePlaceFocus } from '../stage/use-place-focus.ts'
import { Door } from './door.tsx'
import { DoorTests } from './door-tests.tsx'
import { Farewell, isLastStage } from './farewell.tsx'
import { useCalledBack } from './use-called-back.ts'

type OutsideProps = { call: Call; scene: RoomScene; now: number; notice: ReactNode } & Pick<CallView, 'state' | 'door'>

/** Where nobody sees or hears the person: before the meeting, or after it. */
export function OutsidePlace({ call, scene, now, state, door, notice }: OutsideProps) {
  const media = useStore(call.media.store)
  const recorded = useStore(call.recording.store)
  const last = isLastStage(state.stage) ? state.stage : null
  const ref = usePlaceFocus(last ?? 'door')
  useCalledBack(call, last === 'removed' && now < scene.meeting.endsAt + DOOR_CLOSES_AFTER_MS)
  const actions = {
    ...deviceActions(call), knock: () => knock(call), leave: () => leave(call), askDoor: (request: DoorRequest) => askAtDoor(call, request),
    listenIn() {
      listenOnly(call.media)
      knock(call)
    },
  }
  const browser = { browser: browserKind(navigator.userAgent), canHoldCalls: canHoldCalls() }
  const tests = <DoorTests call={call} scene={scene} />
  return (
    <div className="room-main" ref={ref} tabIndex={-1}>
      {last
        ? <Farewell scene={scene} door={door} state={state} stage={last} onReturn={actions.knock} />
        : <Door {...{ scene, state, door, now, media, actions, tests, notice, ...browser }} />}
      <KeptRecordings scene={scene} local={recorded} actions={recordingActions(call)} />
    </div>
  )
}
