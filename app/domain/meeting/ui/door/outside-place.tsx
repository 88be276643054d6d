import { useStore } from '#app/ui/island/use-store.ts'
import { deviceActions } from '../device/device-actions.ts'
import type { DoorRequest } from '../../room-data.ts'
import { askAtDoor, knock, leave, type Call, type CallView } from '../call/call.ts'
import { browserKind } from '../device/device-fault.ts'
import type { RoomScene } from '../room-scene.ts'
import { usePlaceFocus } from '../stage/use-place-focus.ts'
import { Door } from './door.tsx'
import { Farewell, isLastStage } from './farewell.tsx'

/** Where nobody sees or hears the person: before the meeting, or after it. */
export function OutsidePlace({ call, scene, now, view: { state, door } }: { call: Call; scene: RoomScene; now: number; view: CallView }) {
  const media = useStore(call.media.store)
  const last = isLastStage(state.stage) ? state.stage : null
  const ref = usePlaceFocus(last ?? 'door')
  const askDoor = (request: DoorRequest) => askAtDoor(call, request)
  const actions = { ...deviceActions(call), knock: () => knock(call), leave: () => leave(call), askDoor }
  return (
    <div className="room-main" ref={ref} tabIndex={-1}>
      {last
        ? <Farewell scene={scene} state={state} stage={last} onReturn={actions.knock} />
        : <Door {...{ scene, state, door, now, media, actions }} browser={browserKind(navigator.userAgent)} />}
    </div>
  )
}
