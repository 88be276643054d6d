import { lazy, Suspense, useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import type { DoorGuest, DoorRequest, DoorView } from '../../../room-data.ts'
import { announced, TurnUpWords } from '../../door/turn-up-words.tsx'
import type { RoomScene } from '../../room-scene.ts'
import type { CallActions } from '../call-actions.ts'
import { DevicesAtDoor } from './devices-at-door.tsx'
import { GuestFacts } from './guest-facts.tsx'
import { RingSwitch } from './ring-switch.tsx'
import { TurnAwayDialog, type Asked } from './turn-away-dialog.tsx'
import { TurnedAway } from './turned-away.tsx'

const HoldDialog = lazy(() => import('./hold-dialog.tsx').then((loaded) => ({ default: loaded.HoldDialog })))

type GuestsAtDoorProps = { scene: RoomScene; door: DoorView; actions: Pick<CallActions, 'askDoor'> }

/** Who waits, how ready they are, and the answers; who has told when they come, and who was turned away. */
export function GuestsAtDoor({ scene, door, actions }: GuestsAtDoorProps) {
  const { texts } = scene
  const [hasFailed, setFailed] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [held, setHeld] = useState<{ guest: DoorGuest | null } | null>(null)
  const decide = async (request: DoorRequest) => {
    setAsked(null)
    setFailed(!(await actions.askDoor(request)))
  }
  const onDecide = (request: DoorRequest) => void decide(request)
  return (
    <>
      <WaitingList {...{ door, scene, onDecide }} onHold={(guest) => setHeld({ guest })} onTurnAway={setAsked} />
      {announced(door).length > 0 && <div className="at-door"><TurnUpWords scene={scene} door={door} /></div>}
      <TurnedAway guests={door.guests} texts={texts.warmDoor.away} onCallBack={(seatId) => onDecide({ intent: 'admit', seatId })} />
      {hasFailed && <p className="field-error" role="alert">{texts.guests.failed}</p>}
      <TurnAwayDialog asked={asked} texts={texts} onKeep={() => setAsked(null)} onTurnAway={onDecide} />
      {held && (
        <Suspense fallback={null}>
          <HoldDialog guest={held.guest} texts={texts.warmDoor.hold} onClose={() => setHeld({ guest: null })} onSend={actions.askDoor} />
        </Suspense>
      )}
    </>
  )
}

type WaitingListProps = {
  door: DoorView
  scene: RoomScene
  onDecide: (request: DoorRequest) => void
  onHold: (guest: DoorGuest) => void
  onTurnAway: (asked: Asked) => void
}

function WaitingList({ door: { guests, devices = [] }, scene, onDecide, onHold, onTurnAway }: WaitingListProps) {
  const { texts } = scene
  const waiting = guests.filter((guest) => guest.door === 'waiting')
  if (waiting.length + devices.length === 0) return null
  return (
    <section className="at-door" aria-labelledby="at-door">
      <div className="at-door-head">
        <h2 id="at-door">{texts.guests.title}</h2>
        {waiting.length > 1 && (
          <Button type="button" onClick={() => onDecide({ intent: 'admit-all' })}>{fill(texts.warmDoor.many.admitAll, { count: waiting.length })}</Button>
        )}
      </div>
      <ul className="at-door-list">
        {waiting.map((guest) => (
          <WaitingGuest
            key={guest.seatId} {...{ guest, scene, isOne: waiting.length === 1 }} onAdmit={() => onDecide({ intent: 'admit', seatId: guest.seatId })}
            onHold={() => onHold(guest)} onTurnAway={() => onTurnAway(guest)}
          />
        ))}
        <DevicesAtDoor {...{ devices, texts, onTurnAway }} onAdmit={onDecide} />
      </ul>
      <RingSwitch texts={texts.warmDoor.ring} />
    </section>
  )
}

type WaitingGuestProps = {
  guest: DoorGuest
  scene: RoomScene
  /** With several, letting all in is the first thing to press. */
  isOne: boolean
  onAdmit: () => void
  onHold: () => void
  onTurnAway: () => void
}

function WaitingGuest({ guest, scene, isOne, onAdmit, onHold, onTurnAway }: WaitingGuestProps) {
  const { name } = guest
  const { guests, warmDoor: { hold } } = scene.texts
  return (
    <li>
      <GuestFacts guest={guest} scene={scene} />
      <div className="row">
        <Button type="button" tone={isOne ? undefined : 'quiet'} aria-label={fill(guests.admitName, { name })} onClick={onAdmit}>
          {guests.admit}
        </Button>
        <Button type="button" tone="plain" aria-label={fill(hold.buttonName, { name })} onClick={onHold}>{hold.button}</Button>
        <Button type="button" tone="plain" aria-label={fill(guests.turnAwayName, { name })} onClick={onTurnAway}>{guests.turnAway}</Button>
      </div>
    </li>
  )
}
