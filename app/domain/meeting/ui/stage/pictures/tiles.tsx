import { fill } from '#app/i18n/fill.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Person, Playable } from '../../call/people.ts'
import type { LocalMedia } from '../../device/own-media.ts'
import { usePlaying } from '../../device/use-playing.ts'
import type { RoomScene } from '../../room-scene.ts'
import { TileAction } from './tile-action.tsx'

type Texts = RoomScene['texts']
type StageTexts = Texts['stage']

/** How a tile stands among the others. Without `onPin` it can't be pinned. */
export type TilePlace = { isLarge?: boolean; isPinned?: boolean; onPin?: (isPinned: boolean) => void }

/** Somebody else: the picture, or the name large while there is none. */
export function PersonTile({ person, texts, stall, question = null, isLarge, isPinned = false, onPin }: PersonTileProps) {
  const { stage, layout } = texts
  const isSeen = person.isCameraOn && person.picture !== null
  const ref = usePlaying<HTMLVideoElement>(person.picture)
  const { name } = person
  return (
    <figure className="tile" data-person="other" data-large={flag(isLarge)} data-speaking={flag(person.isSpeaking)}>
      <video ref={ref} muted playsInline autoPlay aria-label={name} hidden={!isSeen} />
      {!isSeen && <NoPicture name={name} words={person.isCameraOn ? null : stage.cameraOff} />}
      <NamePlate name={name} isMuted={!person.isMicrophoneOn} isSpeaking={person.isSpeaking} texts={stage} question={question} />
      {stall && <p className="tile-stall">{stall}</p>}
      {onPin && (
        <TileAction icon="pin" label={fill(isPinned ? layout.unpin : layout.pin, { name })} isOn={isPinned} onPress={() => onPin(!isPinned)} />
      )}
    </figure>
  )
}

type OwnTileProps = { media: LocalMedia; isSpeaking: boolean; texts: Texts; stall: string | null; onHide?: () => void }

/** The person's own picture, small and as in a mirror. */
export function OwnTile({ media, isSpeaking, texts: { stage, layout }, stall, onHide }: OwnTileProps) {
  const isSeen = media.camera.state === 'ready'
  const ref = usePlaying<HTMLVideoElement>(isSeen ? media.camera.track : null)
  return (
    <figure className="tile own" data-person="you" data-speaking={flag(isSpeaking)}>
      <video className="own-picture" ref={ref} muted playsInline autoPlay aria-label={stage.yourself} hidden={!isSeen} />
      {!isSeen && <div className="no-picture"><Icon name="camera-off" /><p className="small">{stage.cameraOff}</p></div>}
      <NamePlate name={stage.you} isMuted={media.microphone.state !== 'ready'} isSpeaking={isSpeaking} texts={stage} />
      {stall && <p className="tile-stall">{stall}</p>}
      {onHide && <TileAction icon="hide" label={layout.hideMe} onPress={onHide} />}
    </figure>
  )
}

type OthersTileProps = { person: Person; texts: Texts } & TilePlace

/** What is wrong with somebody's line, and that they have a question, in words. */
type PersonTileProps = OthersTileProps & { stall: string | null; question?: string | null }

/** What somebody else shows, whole and sharp. */
export function ScreenTile({ person, texts: { stage, layout }, isLarge, isPinned = false, onPin }: OthersTileProps) {
  const ref = usePlaying<HTMLVideoElement>(person.screen)
  const title = fill(stage.screenOf, { name: person.name })
  return (
    <figure className="tile screen" data-person="screen" data-large={flag(isLarge)}>
      <video ref={ref} muted playsInline autoPlay aria-label={title} />
      <figcaption className="plate"><span className="plate-name">{title}</span></figcaption>
      {onPin && (
        <TileAction icon="pin" label={isPinned ? layout.unpinScreen : layout.pinScreen} isOn={isPinned} onPress={() => onPin(!isPinned)} />
      )}
    </figure>
  )
}

/** One voice. Pictures are silent, so that a picture that goes takes no sound with it. */
export function Sound({ sound }: { sound: Playable }) {
  // eslint-disable-next-line jsx-a11y/media-has-caption -- a live voice has no captions to give
  return <audio ref={usePlaying<HTMLAudioElement>(sound)} autoPlay />
}

function NoPicture({ name, words }: { name: string; words: string | null }) {
  return (
    <div className="no-picture">
      <p className="initials" aria-hidden="true">{initialsOf(name)}</p>
      {words && <p className="small">{words}</p>}
    </div>
  )
}

type NamePlateProps = { name: string; isMuted: boolean; isSpeaking: boolean; texts: StageTexts; question?: string | null }

function NamePlate({ name, isMuted, isSpeaking, texts, question = null }: NamePlateProps) {
  return (
    <figcaption className="plate">
      {isMuted && <Icon name="microphone-off" size={18} />}
      <span className="plate-name">{name}</span>
      {question && <span className="plate-question"><Icon name="question" size={18} />{question}</span>}
      {isMuted && <span className="visually-hidden">, {texts.microphoneOff}</span>}
      {isSpeaking && <span className="visually-hidden">, {texts.isSpeaking}</span>}
    </figcaption>
  )
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words.at(0), words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('').toUpperCase()
}

/** A data attribute that is there or not. */
function flag(isSo: boolean | undefined): '' | undefined {
  return isSo ? '' : undefined
}
