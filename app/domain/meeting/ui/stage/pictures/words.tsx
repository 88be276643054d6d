import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { CallView } from '../../call/call.ts'
import type { RoomScene } from '../../room-scene.ts'

type WordsProps = { scene: RoomScene; view: CallView }

/** Nothing while somebody at the door is the news. */
export function Alone({ scene: { texts: { stage, door }, seat, host }, view: { state, door: { guests } } }: WordsProps) {
  if (state.stage === 'knocking') return <div className="tile alone"><p role="status">{door.rejoining}</p></div>
  if (state.stage === 'joining') return <div className="tile alone"><p role="status">{door.joining}</p></div>
  if (seat.role === 'host' && guests.some((guest) => guest.door === 'waiting')) return null
  const words = seat.role === 'host' ? stage.aloneHost : host.phone ? stage.aloneGuest : stage.aloneGuestNoPhone
  return (
    <div className="tile alone">
      <p className="alone-title">{stage.alone}</p>
      <p className="soft">{fill(words, { name: host.name, phone: host.phone ?? '' })}</p>
    </div>
  )
}

export function SoundBlocked({ texts, onSoundOn }: { texts: RoomScene['texts']['stage']; onSoundOn: () => void }) {
  return (
    <div className="stage-word">
      <p>{texts.soundOnText}</p>
      <Button type="button" onClick={onSoundOn}><Icon name="sound" />{texts.soundOn}</Button>
    </div>
  )
}

/** What one shows oneself is said and not shown, or it would mirror itself without end; the faces keep the room. */
export function OwnShare({ texts: { stage, controls }, onStop }: { texts: RoomScene['texts']; onStop: () => void }) {
  return (
    <div className="stage-word">
      <Icon name="share" size={20} />
      <p>{stage.yourScreen}</p>
      <Button type="button" tone="quiet" onClick={onStop}>{controls.stopShare}</Button>
    </div>
  )
}
