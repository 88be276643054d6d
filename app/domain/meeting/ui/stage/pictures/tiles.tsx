import { fill } from '#app/i18n/fill.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Person, Playable } from '../../call/people.ts'
import type { LocalMedia } from '../../device/local-media.ts'
import { usePlaying } from '../../device/use-playing.ts'
import type { RoomScene } from '../../room-scene.ts'

type StageTexts = RoomScene['texts']['stage']

/** Somebody else: the picture, or the name large while there is none. */
export function PersonTile({ person, texts, question }: { person: Person; texts: StageTexts; question: string | null }) {
  const isSeen = person.isCameraOn && person.picture !== null
  const ref = usePlaying<HTMLVideoElement>(person.picture)
  return (
    <figure className="tile" data-person="other" data-speaking={person.isSpeaking ? '' : undefined}>
      <video ref={ref} muted playsInline autoPlay aria-label={person.name} hidden={!isSeen} />
      {!isSeen && <NoPicture name={person.name} words={person.isCameraOn ? null : texts.cameraOff} />}
      <NamePlate name={person.name} isMuted={!person.isMicrophoneOn} isSpeaking={person.isSpeaking} texts={texts} question={question} />
    </figure>
  )
}

/** The person's own picture, small and as in a mirror. */
export function OwnTile({ media, isSpeaking, texts }: { media: LocalMedia; isSpeaking: boolean; texts: StageTexts }) {
  const isSeen = media.camera.state === 'ready'
  const ref = usePlaying<HTMLVideoElement>(isSeen ? media.camera.track : null)
  return (
    <figure className="tile own" data-person="you" data-speaking={isSpeaking ? '' : undefined}>
      <video className="own-picture" ref={ref} muted playsInline autoPlay aria-label={texts.yourself} hidden={!isSeen} />
      {!isSeen && <div className="no-picture"><Icon name="camera-off" /><p className="small">{texts.cameraOff}</p></div>}
      <NamePlate name={texts.you} isMuted={media.microphone.state !== 'ready'} isSpeaking={isSpeaking} texts={texts} />
    </figure>
  )
}

/** What somebody else shows, whole and sharp. */
export function ScreenTile({ person, texts }: { person: Person; texts: StageTexts }) {
  const ref = usePlaying<HTMLVideoElement>(person.screen)
  const title = fill(texts.screenOf, { name: person.name })
  return (
    <figure className="tile screen" data-person="screen">
      <video ref={ref} muted playsInline autoPlay aria-label={title} />
      <figcaption className="plate"><span className="plate-name">{title}</span></figcaption>
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
