import { fill } from '#app/i18n/fill.ts'
import type { RoomScene } from '../../room-scene.ts'

/** The host lets nobody new in. The page says by itself when that changes. */
export function Locked({ scene: { texts: { talk }, host } }: { scene: RoomScene }) {
  const { lockedTitle, lockedText, lockedPhone } = talk.people
  return (
    <section className="door-action">
      <h2>{lockedTitle}</h2>
      <p role="status">{lockedText}</p>
      {host.phone && <p className="soft">{fill(lockedPhone, { name: host.name, phone: host.phone })}</p>}
    </section>
  )
}
