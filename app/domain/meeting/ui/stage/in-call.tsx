import { Hands } from '../control/hands.tsx'
import { MediaNotice } from '../door/media-notice.tsx'
import { RecordingNotices } from '../recording/recording-notices.tsx'
import type { RecordingLocal } from '../recording/recording-desk.ts'
import type { CaptionLine } from './captions/caption-lines.ts'
import { Captions } from './captions/captions.tsx'
import { Controls, type ControlsProps } from './controls/controls.tsx'
import { DeviceNotice } from './devices/device-notice.tsx'
import { GuestsAtDoor } from './guests/guests-at-door.tsx'
import { Stage } from './pictures/stage.tsx'
import { SavingNotice } from './saving/saving-notice.tsx'
import type { Showing } from './showing.ts'

type InCallProps = ControlsProps & { captions: readonly CaptionLine[]; recorded: RecordingLocal; showing: Showing }

/** Inside: who waits outside, the pictures, and the controls below. */
export function InCall({ scene, view, media, stage, actions, captions, recorded, showing, ...controls }: InCallProps) {
  const { texts, seat } = scene
  return (
    <>
      <div className="call-notices">
        {seat.role === 'host' && <GuestsAtDoor scene={scene} door={view.door} actions={actions} />}
        <RecordingNotices scene={scene} recording={view.door.recording} local={recorded} actions={controls.recording.actions} />
        <Hands scene={scene} door={view.door} onAsk={actions.askDoor} />
        <MediaNotice health={view.door.livekit} texts={texts.media} />
        <SavingNotice stage={stage} texts={texts.saving} />
      </div>
      <Stage
        {...{ scene, view, media, stage }} shown={showing.tile} side={controls.side} onSoundOn={actions.startSound}
        onShareStop={() => actions.switchShare?.(false)}
      >
        <DeviceNotice stage={stage} texts={texts.deviceNews} />
      </Stage>
      <Captions lines={captions} label={texts.captions.label} />
      <Controls {...{ scene, view, media, stage, actions, ...controls }} />
    </>
  )
}
