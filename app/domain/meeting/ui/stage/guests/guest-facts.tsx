import { fill } from '#app/i18n/fill.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { useClock } from '#app/ui/island/use-store.ts'
import type { DoorGuest } from '../../../room-data.ts'
import type { RoomScene } from '../../room-scene.ts'
import { GuestReadiness } from './readiness-words.tsx'

/** Who it is, and what the device check found. */
export function GuestFacts({ guest, scene }: { guest: DoorGuest; scene: RoomScene }) {
  const { guests } = scene.texts
  const now = useClock(MINUTE_MS)
  return (
    <div className="at-door-guest">
      <p className="at-door-name">
        {guest.name} {guest.companyName && <span className="soft">{fill(guests.company, { company: guest.companyName })}</span>}
        {!guest.isPresent && <span className="soft"> {guests.gone}</span>}
      </p>
      <GuestReadiness guest={guest} scene={scene} now={now} />
    </div>
  )
}
