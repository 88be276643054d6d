import { MediaNotice } from '../door/media-notice.tsx'
import { Controls, type ControlsProps } from './controls/controls.tsx'
import { GuestsAtDoor } from './guests/guests-at-door.tsx'
import { Stage } from './pictures/stage.tsx'

/** Inside: who waits outside, the pictures, and the controls below. */
export function InCall({ scene, view, media, actions, ...controls }: ControlsProps) {
  const { texts, seat } = scene
  return (
    <>
      <div className="call-notices">
        {seat.role === 'host' && <GuestsAtDoor scene={scene} door={view.door} actions={actions} />}
        <MediaNotice health={view.door.livekit} texts={texts.media} />
      </div>
      <Stage {...{ scene, view, media }} onSoundOn={actions.startSound} />
      <Controls {...{ scene, view, media, actions, ...controls }} />
    </>
  )
}
