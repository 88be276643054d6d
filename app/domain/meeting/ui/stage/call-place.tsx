import { useStore } from '#app/ui/island/use-store.ts'
import type { Call, CallView } from '../call/call.ts'
import { MediaNotice } from '../door/media-notice.tsx'
import type { RoomScene } from '../room-scene.ts'
import { Controls } from './controls.tsx'
import { GuestsAtDoor } from './guests-at-door.tsx'
import { Stage } from './stage.tsx'
import { usePlaceFocus } from './use-place-focus.ts'

type CallPlaceProps = { call: Call; scene: RoomScene; view: CallView; isPanelShown: boolean; onTogglePanel: () => void }

/** Inside: the pictures, who waits outside, and the controls below. */
export function CallPlace({ call, scene, view, isPanelShown, onTogglePanel }: CallPlaceProps) {
  const media = useStore(call.media.store)
  const ref = usePlaceFocus('call')
  return (
    <div className="room-main call" ref={ref} tabIndex={-1}>
      <div className="call-notices">
        {call.role === 'host' && <GuestsAtDoor call={call} door={view.door} texts={scene.texts} />}
        <MediaNotice health={view.door.livekit} texts={scene.texts.media} />
      </div>
      <Stage {...{ scene, view, media }} onSoundOn={() => void call.room.startAudio()} />
      <Controls {...{ call, scene, view, media, isPanelShown, onTogglePanel }} />
    </div>
  )
}
