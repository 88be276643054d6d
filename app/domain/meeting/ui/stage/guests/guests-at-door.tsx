import { useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import { useClock } from '#app/ui/island/use-store.ts'
import type { DoorGuest, DoorView } from '../../../room-data.ts'
import { announced, TurnUpWords } from '../../door/turn-up-words.tsx'
import type { RoomScene } from '../../room-scene.ts'
import type { CallActions } from '../call-actions.ts'
import { GuestReadiness } from './readiness-words.tsx'

type GuestsAtDoorProps = { scene: RoomScene; door: DoorView; onDecide: CallActions['decideGuest'] }

/** Who waits, how ready they are, and the two answers; and who has told when they come. */
export function GuestsAtDoor({ scene, door, onDecide }: GuestsAtDoorProps) {
  const { texts } = scene
  const waiting = door.guests.filter((guest) => guest.door === 'waiting')
  const [hasFailed, setFailed] = useState(false)
  const [asked, setAsked] = useState<DoorGuest | null>(null)
  const decide = async (guest: DoorGuest, intent: 'admit' | 'turn-away') => {
    setAsked(null)
    setFailed(!(await onDecide(guest.seatId, intent)))
  }
  return (
    <>
      {waiting.length > 0 && (
        <section className="at-door" aria-labelledby="at-door">
          <h2 id="at-door">{texts.guests.title}</h2>
          <ul className="at-door-list">
            {waiting.map((guest) => (
              <li key={guest.seatId}>
                <GuestFacts guest={guest} scene={scene} />
                <div className="row">
                  <Button type="button" aria-label={fill(texts.guests.admitName, { name: guest.name })} onClick={() => void decide(guest, 'admit')}>
                    {texts.guests.admit}
                  </Button>
                  <Button type="button" tone="plain" aria-label={fill(texts.guests.turnAwayName, { name: guest.name })} onClick={() => setAsked(guest)}>
                    {texts.guests.turnAway}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {announced(door).length > 0 && <div className="at-door"><TurnUpWords scene={scene} door={door} /></div>}
      {hasFailed && <p className="field-error" role="alert">{texts.guests.failed}</p>}
      <TurnAwayDialog asked={asked} texts={texts.guests} onKeep={() => setAsked(null)} onTurnAway={(guest) => void decide(guest, 'turn-away')} />
    </>
  )
}

function GuestFacts({ guest, scene }: { guest: DoorGuest; scene: RoomScene }) {
  const { texts } = scene
  const now = useClock(MINUTE_MS)
  return (
    <div className="at-door-guest">
      <p className="at-door-name">
        {guest.name} {guest.companyName && <span className="soft">{fill(texts.guests.company, { company: guest.companyName })}</span>}
        {!guest.isPresent && <span className="soft"> {texts.guests.gone}</span>}
      </p>
      <GuestReadiness guest={guest} scene={scene} now={now} />
    </div>
  )
}

type TurnAwayDialogProps = {
  asked: DoorGuest | null
  texts: RoomScene['texts']['guests']
  onKeep: () => void
  onTurnAway: (guest: DoorGuest) => void
}

function TurnAwayDialog({ asked, texts, onKeep, onTurnAway }: TurnAwayDialogProps) {
  const name = asked?.name ?? ''
  const actions = (
    <>
      <Button type="button" tone="quiet" onClick={onKeep}>{texts.keep}</Button>
      <Button type="button" tone="danger" onClick={() => asked && onTurnAway(asked)}>{texts.turnAway}</Button>
    </>
  )
  return (
    <Dialog title={fill(texts.turnAwayTitle, { name })} isOpen={asked !== null} onClose={onKeep} actions={actions}>
      <p>{fill(texts.turnAwayText, { name })}</p>
    </Dialog>
  )
}
