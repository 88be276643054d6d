import { fill } from '#app/i18n/fill.ts'
import { clockText } from '#app/kernel/time.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { CallState } from '../call/call-state.ts'
import { verdictOf } from '../../check/verdict.ts'
import { DOOR_OPENS_BEFORE_MS } from '../../meeting.ts'
import type { DoorView } from '../../room-data.ts'
import type { LocalMedia } from '../device/local-media.ts'
import { readinessOf } from '../device/media-desk.ts'
import type { RoomScene } from '../room-scene.ts'
import { Locked } from './locked.tsx'

type GuestAtDoorProps = {
  scene: RoomScene
  state: CallState
  door: DoorView
  media: LocalMedia
  actions: { knock(): void; leave(): void; listenIn(): void }
}

/** One thing at a time: too early, knock, knocking, waiting. */
export function GuestAtDoor({ scene, state, door, media, actions }: GuestAtDoorProps) {
  const { texts } = scene
  if (state.stage === 'waiting') return <Waiting scene={scene} state={state} door={door} onLeave={actions.leave} />
  if (state.refusal === 'too-early') return <TooEarly scene={scene} />
  if (state.refusal === 'too-late') {
    return (
      <section className="door-action">
        <h2>{texts.door.tooLateTitle}</h2>
        <p>{texts.door.tooLateText}</p>
        <LinkButton href={scene.links.bookNext}>{texts.end.bookNext}</LinkButton>
      </section>
    )
  }
  if (state.refusal === 'meeting-locked') return <Locked scene={scene} />
  const isKnocking = state.stage === 'knocking'
  return (
    <section className="door-action">
      <h2>{texts.door.readyTitle}</h2>
      <Without media={media} texts={texts.door} />
      <Button type="button" size="large" aria-disabled={isKnocking} onClick={actions.knock}>
        {isKnocking ? texts.door.knocking : texts.door.knock}
      </Button>
      {!isKnocking && hasFault(media) && <Button type="button" tone="quiet" onClick={actions.listenIn}>{texts.tests.listenIn}</Button>}
      <p className="soft" role={state.isTroubled ? 'status' : undefined}>
        {state.isTroubled ? texts.door.trouble : fill(texts.door.knockHint, { name: scene.host.name })}
      </p>
    </section>
  )
}

function hasFault(media: LocalMedia): boolean {
  const { faults } = verdictOf(readinessOf(media))
  return media.hasStarted && !media.isAsking && (faults.includes('camera') || faults.includes('microphone'))
}

function TooEarly({ scene: { texts, meeting, seat, links } }: { scene: RoomScene }) {
  const time = clockText(meeting.startsAt - DOOR_OPENS_BEFORE_MS, seat.timeZone, seat.locale)
  return (
    <section className="door-action">
      <h2>{texts.door.tooEarlyTitle}</h2>
      <p>{fill(texts.door.tooEarlyText, { time })}</p>
      <p><LinkButton href={links.check} tone="quiet">{texts.tests.allOfIt}</LinkButton></p>
    </section>
  )
}

type WaitingProps = { scene: RoomScene; state: CallState; door: DoorView; onLeave: () => void }

function Waiting({ scene: { texts, host }, state, door, onLeave }: WaitingProps) {
  const words = door.isHostPresent ? texts.door.waitingHost : texts.door.waitingNoHost
  return (
    <section className="door-action" data-waiting="">
      <h2>{texts.door.waitingTitle}</h2>
      <p role="status">{state.isTroubled ? texts.door.trouble : fill(words, { name: host.name })}</p>
      <Button type="button" tone="plain" onClick={onLeave}>{texts.door.stopWaiting}</Button>
    </section>
  )
}

/** What will be missing inside, said before the knock: nobody has to have a camera or a microphone. */
export function Without({ media, texts }: { media: LocalMedia; texts: RoomScene['texts']['door'] }) {
  if (!media.hasStarted || media.isAsking) return null
  const [isSeen, isHeard] = [media.camera.state === 'ready', media.microphone.state === 'ready']
  if (isSeen && isHeard) return null
  if (!isSeen && !isHeard) return <p>{texts.withoutBoth}</p>
  return <p>{isSeen ? texts.withoutMicrophone : texts.withoutCamera}</p>
}
