import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import type { DeviceAtDoor, DoorRequest } from '../../../room-data.ts'
import type { RoomScene } from '../../room-scene.ts'
import { ReadinessLines } from './readiness-words.tsx'

type DevicesAtDoorProps = {
  devices: readonly DeviceAtDoor[]
  texts: RoomScene['texts']
  onAdmit: (request: DoorRequest) => void
  onTurnAway: (device: DeviceAtDoor) => void
}

/** Links that came on another device than the one they are bound to: it may be the guest, or whoever the link was sent on to. */
export function DevicesAtDoor({ devices, texts, onAdmit, onTurnAway }: DevicesAtDoorProps) {
  const { guests, warmDoor: { device: words } } = texts
  return devices.map((device) => {
    const { deviceId, seatId, name, readiness, isPresent } = device
    return (
      <li key={deviceId}>
        <div className="at-door-guest">
          <p className="at-door-name">
            {fill(words.name, { name })} {!isPresent && <span className="soft">{guests.gone}</span>}
          </p>
          {readiness && <ReadinessLines readiness={readiness} texts={texts} />}
          <p className="soft small">{words.hint}</p>
        </div>
        <div className="row">
          <Button type="button" tone="quiet" aria-label={fill(words.admitName, { name })} onClick={() => onAdmit({ intent: 'admit', seatId, deviceId })}>
            {guests.admit}
          </Button>
          <Button type="button" tone="plain" aria-label={fill(words.turnAwayName, { name })} onClick={() => onTurnAway(device)}>
            {guests.turnAway}
          </Button>
        </div>
      </li>
    )
  })
}
