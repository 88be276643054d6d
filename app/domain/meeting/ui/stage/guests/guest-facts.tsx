import { fill } from '#app/i18n/fill.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Readiness } from '../../../meeting.ts'
import type { DoorGuest } from '../../../room-data.ts'
import type { RoomScene } from '../../room-scene.ts'

/** Who it is, what the device check found, and what the host said to them. */
export function GuestFacts({ guest, texts }: { guest: DoorGuest; texts: RoomScene['texts'] }) {
  return (
    <div className="at-door-guest">
      <p className="at-door-name">
        {guest.name} {guest.companyName && <span className="soft">{fill(texts.guests.company, { company: guest.companyName })}</span>}
        {!guest.isPresent && <span className="soft"> {texts.guests.gone}</span>}
      </p>
      {guest.readiness && <ReadinessWords readiness={guest.readiness} texts={texts.check} />}
    </div>
  )
}

/** Camera and microphone of somebody who waits, in words. */
export function ReadinessWords({ readiness, texts }: { readiness: Readiness; texts: RoomScene['texts']['check'] }) {
  const [isSeen, isHeard] = [readiness.camera === 'ready', readiness.microphone === 'ready']
  if (isSeen && isHeard) return <p className="readiness"><Icon name="check" size={18} />{texts.allReady}</p>
  return (
    <>
      <p className="readiness"><Icon name={isSeen ? 'check' : 'camera-off'} size={18} />{texts.cameraState[readiness.camera]}</p>
      <p className="readiness"><Icon name={isHeard ? 'check' : 'microphone-off'} size={18} />{texts.microphoneState[readiness.microphone]}</p>
    </>
  )
}
