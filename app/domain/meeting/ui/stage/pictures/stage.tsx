import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { CallView } from '../../call/call.ts'
import type { LocalMedia } from '../../device/local-media.ts'
import type { RoomScene } from '../../room-scene.ts'
import { OwnTile, PersonTile, ScreenTile, Sound } from './tiles.tsx'
import { useKeptPeople } from './use-kept-people.ts'
import { useLater } from './use-later.ts'

/** After this long without a line, the longer words. */
const LONG_MS = 8_000

type StageProps = { scene: RoomScene; view: CallView; media: LocalMedia; onSoundOn: () => void }

/** Everybody's pictures. It keeps its shape while the line is broken. */
export function Stage({ scene, view, media, onSoundOn }: StageProps) {
  const { texts } = scene
  const { isSharing, isSoundBlocked, isSpeaking, state } = view
  const people = useKeptPeople(view.people, state.stage === 'interrupted')
  const sharer = people.find((person) => person.screen !== null)
  const layout = sharer || isSharing ? 'share' : people.length > 1 ? 'grid' : people.length === 1 ? 'pair' : 'alone'
  const questionOf = (id: string) => (view.door.hands.some(({ identity }) => identity === id) ? texts.talk.hand.plate : null)
  return (
    <section className="stage" aria-label={texts.stage.label} data-layout={layout} data-count={people.length}>
      {sharer && <ScreenTile person={sharer} texts={texts.stage} />}
      {!sharer && isSharing && <OwnScreen texts={texts.stage} />}
      <div className="stage-people">
        {people.map((person) => <PersonTile key={person.id} person={person} texts={texts.stage} question={questionOf(person.id)} />)}
        {people.length === 0 && <Alone scene={scene} view={view} />}
        <OwnTile media={media} isSpeaking={isSpeaking} texts={texts.stage} />
      </div>
      <Interrupted scene={scene} view={view} />
      {isSoundBlocked && (
        <div className="stage-word">
          <p>{texts.stage.soundOnText}</p>
          <Button type="button" onClick={onSoundOn}><Icon name="sound" />{texts.stage.soundOn}</Button>
        </div>
      )}
      {people.flatMap((person) => person.sounds).map(({ id, sound }) => <Sound key={id} sound={sound} />)}
    </section>
  )
}

function OwnScreen({ texts }: { texts: RoomScene['texts']['stage'] }) {
  return (
    <div className="tile screen own-screen">
      <Icon name="share" size={32} />
      <p>{texts.yourScreen}</p>
      <p className="soft small">{texts.yourScreenText}</p>
    </div>
  )
}

/** Nothing while somebody at the door is the news. */
function Alone({ scene: { texts: { stage, door }, seat, host }, view: { state, door: { guests } } }: { scene: RoomScene; view: CallView }) {
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

function Interrupted({ scene: { texts: { stage }, host }, view: { state } }: { scene: RoomScene; view: CallView }) {
  const isBroken = state.stage === 'interrupted'
  const isLong = useLater(isBroken, LONG_MS)
  if (!isBroken) return null
  const long = host.phone ? fill(stage.interruptedLong, { phone: host.phone }) : stage.interruptedLongNoPhone
  return <div className="stage-word" role="status"><p>{isLong ? long : stage.interrupted}</p></div>
}
