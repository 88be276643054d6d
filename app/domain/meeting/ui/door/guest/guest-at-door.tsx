import { lazy, Suspense, useState, type ReactNode } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import { clockText } from '#app/kernel/time.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { CallState } from '../../call/call-state.ts'
import { verdictOf } from '../../../check/verdict.ts'
import { DOOR_OPENS_BEFORE_MS, type Hold } from '../../../meeting.ts'
import type { DoorView } from '../../../room-data.ts'
import { isHostLate } from '../../../turn-up/turn-up.ts'
import type { LocalMedia } from '../../device/own-media.ts'
import { readinessOf } from '../../device/media-desk.ts'
import type { RoomScene } from '../../room-scene.ts'
import type { DoorAsks } from '../door-asks.ts'
import { Locked } from './locked.tsx'

const OtherDevice = lazy(() => import('./other-device.tsx').then((loaded) => ({ default: loaded.OtherDevice })))
const LateHost = lazy(() => import('../late/late-host.tsx').then((loaded) => ({ default: loaded.LateHost })))

type GuestAtDoorProps = {
  scene: RoomScene
  state: CallState
  door: DoorView
  /** By the server's clock, epoch milliseconds. */
  now: number
  media: LocalMedia
  actions: DoorAsks
  notice?: ReactNode
}

/** One thing at a time: too early, knock, knocking, waiting. */
export function GuestAtDoor({ scene, state, door, now, media, actions, notice }: GuestAtDoorProps) {
  const { texts } = scene
  const [movedTo, setMovedTo] = useState<number | null>(null)
  if (movedTo !== null) return <Moved scene={scene} startsAt={movedTo} />
  const isLocked = state.refusal === 'meeting-locked'
  if (door.me.other && (isLocked || state.stage === 'waiting')) return <Suspense fallback={null}><OtherDevice {...{ scene, state, door, actions }} /></Suspense>
  if (state.stage === 'waiting') return <Waiting {...{ scene, state, door, now, notice }} onLeave={actions.leave} onMoved={setMovedTo} />
  if (state.refusal === 'too-early') return <TooEarly scene={scene} />
  if (state.refusal === 'too-late') {
    return (
      <section className="door-action">
        <h2>{texts.door.tooLateTitle}</h2>
        <p>{texts.door.tooLateText}</p>
        <LinkButton href={scene.links.book}>{texts.end.bookAgain}</LinkButton>
      </section>
    )
  }
  if (isLocked) return <Locked scene={scene} />
  const isKnocking = state.stage === 'knocking'
  return (
    <section className="door-action">
      <h2>{texts.door.readyTitle}</h2>
      <Without media={media} texts={texts.door} />
      {notice}
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

type WaitingProps = Pick<GuestAtDoorProps, 'scene' | 'state' | 'door' | 'now' | 'notice'> & { onLeave: () => void; onMoved: (startsAt: number) => void }

function Waiting({ scene, state, door, now, notice, onLeave, onMoved }: WaitingProps) {
  const { texts, host } = scene
  const isLate = isHostLate({ startsAt: scene.meeting.startsAt, isHostPresent: door.isHostPresent }, now)
  const words = door.isHostPresent ? texts.door.waitingHost : texts.door.waitingNoHost
  return (
    <section className="door-action" data-waiting="">
      <h2>{texts.door.waitingTitle}</h2>
      <p role="status">{state.isTroubled ? texts.door.trouble : fill(words, { name: host.name })}</p>
      <HoldWords hold={door.me.hold} scene={scene} />
      {isLate && <Suspense fallback={null}><LateHost scene={scene} onMoved={onMoved} /></Suspense>}
      {notice}
      <Button type="button" tone="plain" onClick={onLeave}>{texts.door.stopWaiting}</Button>
    </section>
  )
}

/** What the host says to whoever waits; the place is there before, so that it is read out. */
function HoldWords({ hold, scene: { texts: { warmDoor }, host } }: { hold: Hold | undefined; scene: RoomScene }) {
  const text = hold && (hold.kind === 'own' ? hold.text : warmDoor.hold.words[hold.kind])
  return <div role="status">{text && <p className="hold-said">{fill(warmDoor.hold.says, { name: host.name, text })}</p>}</div>
}

function Moved({ scene: { texts, seat, links }, startsAt }: { scene: RoomScene; startsAt: number }) {
  return (
    <section className="door-action">
      <div role="status"><h2>{fill(texts.warmDoor.late.moved, { time: momentText(startsAt, seat.timeZone, seat.locale) })}</h2></div>
      {links.booking && <LinkButton href={links.booking}>{texts.end.booking}</LinkButton>}
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
