import { fill } from '#app/i18n/fill.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { CallState } from '../call/call-state.ts'
import type { DoorView } from '../../room-data.ts'
import type { RoomScene } from '../room-scene.ts'
import { RingSwitch } from '../stage/guests/ring-switch.tsx'
import { TurnUpWords } from './turn-up-words.tsx'

type HostAtDoorProps = { scene: RoomScene; state: CallState; door: DoorView; onOpen: () => void }

/** The host sees who waits already, and opens the room by going in. */
export function HostAtDoor({ scene, state, door, onOpen }: HostAtDoorProps) {
  const { texts, links } = scene
  const waiting = door.guests.filter((guest) => guest.door === 'waiting')
  const devices = door.devices ?? []
  if (state.refusal === 'too-late') {
    return (
      <section className="door-action">
        <h2>{texts.door.tooLateTitle}</h2>
        <LinkButton href={links.summary}>{texts.end.summary}</LinkButton>
      </section>
    )
  }
  const isOpening = state.stage === 'knocking'
  return (
    <section className="door-action">
      <h2>{texts.door.readyTitle}</h2>
      {waiting.map((guest) => (
        <p key={guest.seatId} role="status">
          <strong>{fill(texts.guests.waiting, { name: guest.name })}</strong>
          {guest.companyName && ` ${fill(texts.guests.company, { company: guest.companyName })}`}
        </p>
      ))}
      {devices.map(({ deviceId, name }) => (
        <p key={deviceId} role="status"><strong>{fill(texts.warmDoor.device.knocked, { name })}</strong></p>
      ))}
      <TurnUpWords scene={scene} door={door} />
      <Button type="button" size="large" aria-disabled={isOpening} onClick={onOpen}>
        {isOpening ? texts.door.opening : texts.door.openRoom}
      </Button>
      <RingSwitch texts={texts.warmDoor.ring} />
      <p className="soft" role={state.isTroubled ? 'status' : undefined}>
        {state.isTroubled ? texts.door.trouble : texts.door.openHint}
      </p>
    </section>
  )
}
