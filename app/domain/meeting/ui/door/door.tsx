import type { ReactNode } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { CallState } from '../call/call-state.ts'
import type { DoorView } from '../../room-data.ts'
import { DeviceCheck, type CheckActions } from '../device/device-check.tsx'
import type { BrowserKind } from '../device/device-fault.ts'
import type { LocalMedia } from '../device/own-media.ts'
import { NoCalls } from '../device/help/no-calls.tsx'
import { EffectChoices, type EffectActions } from '../effects/effect-choices.tsx'
import type { RoomScene } from '../room-scene.ts'
import type { DoorAsks } from './door-asks.ts'
import { GuestAtDoor } from './guest/guest-at-door.tsx'
import { HostAtDoor } from './host-at-door.tsx'
import { MediaNotice } from './media-notice.tsx'

export type DoorActions = CheckActions & EffectActions & DoorAsks

type DoorProps = {
  scene: RoomScene
  state: CallState
  door: DoorView
  now: number
  media: LocalMedia
  browser: BrowserKind
  /** The browser can carry a call. */
  canHoldCalls: boolean
  actions: DoorActions
  /** Further tests, below the picture. */
  tests?: ReactNode
  /** What a guest is told before going in; it stands before the knock, where nobody can miss it. */
  notice?: ReactNode
}

/** Before the meeting: camera and microphone on one side, the one thing to press beside it. */
export function Door({ scene, state, door, now, media, browser, canHoldCalls, actions, tests, notice }: DoorProps) {
  const { texts, seat } = scene
  const isHost = seat.role === 'host'
  if (!canHoldCalls && state.refusal !== 'too-late') return <ShutDoor scene={scene} />
  return (
    <div className="door">
      <div className="door-check">
        <DeviceCheck media={media} browser={browser} texts={texts} actions={actions}>
          <EffectChoices media={media} texts={texts.effects} actions={actions} />
        </DeviceCheck>
        {tests}
      </div>
      <div className="door-side">
        <MediaNotice health={door.livekit} texts={texts.media} />
        {isHost
          ? <HostAtDoor scene={scene} state={state} door={door} onOpen={actions.knock} />
          : <GuestAtDoor {...{ scene, state, door, now, media, actions, notice }} />}
        {!isHost && <HostCard scene={scene} />}
      </div>
    </div>
  )
}

function ShutDoor({ scene }: { scene: RoomScene }) {
  const isHost = scene.seat.role === 'host'
  return (
    <div className="door">
      <NoCalls isHost={isHost} texts={scene.texts.check.noCalls} />
      {!isHost && <div className="door-side"><HostCard scene={scene} /></div>}
    </div>
  )
}

function HostCard({ scene: { host, texts } }: { scene: RoomScene }) {
  return (
    <section className="host-card" aria-label={texts.host}>
      <p className="eyebrow">{texts.host}</p>
      <p className="host-name">{host.name}</p>
      <p className="soft">{host.title}</p>
      {host.phone && <p className="soft">{fill(texts.door.waitingNotPhone, { phone: host.phone })}</p>}
    </section>
  )
}
