import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import type { CallView } from '../../call/call.ts'
import type { LocalMedia } from '../../device/own-media.ts'
import type { RoomScene } from '../../room-scene.ts'
import { wordsOnTile } from '../../stall/stall-words.ts'
import type { CallActions } from '../call-actions.ts'
import { Control } from '../controls/control.tsx'
import { PersonTile, ScreenTile } from '../pictures/tiles.tsx'

type PipViewProps = {
  scene: RoomScene
  view: CallView
  media: LocalMedia
  /** Whose picture is shown; the first who is there when nobody has spoken. */
  speakerId: string | null
  /** Where the agenda is. */
  point: ReactNode
  actions: Pick<CallActions, 'switchDevice'>
  onBack: () => void
}

/** What a small window over other programs shows: one picture, where the meeting is, and the way back. */
export function PipView({ scene: { texts }, view, media, speakerId, point, actions, onBack }: PipViewProps) {
  const { people } = view
  const sharer = people.find((person) => person.screen !== null)
  const shown = people.find((person) => person.id === speakerId) ?? people[0]
  const isHeard = media.microphone.state === 'ready'
  return (
    <main className="pip call" aria-label={texts.pip.title}>
      <div className="pip-picture">
        {sharer && <ScreenTile person={sharer} texts={texts} />}
        {!sharer && shown && <PersonTile person={shown} texts={texts} stall={wordsOnTile(view.stalls, shown.id, texts.stall)} />}
        {!shown && <div className="tile alone"><p>{texts.stage.alone}</p></div>}
      </div>
      <div className="pip-foot">
        <div className="pip-point">{point}</div>
        <Control
          icon={isHeard ? 'microphone' : 'microphone-off'} label={isHeard ? texts.controls.microphoneOff : texts.controls.microphoneOn}
          isOff={!isHeard} onPress={() => actions.switchDevice('microphone', !isHeard)}
        />
        <button type="button" className="button" data-tone="quiet" title={texts.pip.back} onClick={onBack}>
          <Icon name="up" size={20} />{texts.pip.back}
        </button>
      </div>
    </main>
  )
}
