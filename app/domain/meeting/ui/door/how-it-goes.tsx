import { fill } from '#app/i18n/fill.ts'
import type { DoorView } from '../../room-data.ts'
import type { RoomScene } from '../room-scene.ts'

/** What will happen here, in three steps; and what to do where no script may run. */
export function HowItGoes({ scene: { seat, host, texts: { next, loading } }, door }: { scene: RoomScene; door: DoorView }) {
  const isHost = seat.role === 'host'
  const noScript = host.phone && !isHost ? fill(next.noScript, { name: host.name, phone: host.phone }) : next.noScriptNoPhone
  return (
    <section className="how-it-goes" aria-labelledby="how-it-goes-title">
      <h2 id="how-it-goes-title">{next.title}</h2>
      <ol>
        <li>{next.device}</li>
        <li>{isHost ? next.open : fill(next.knock, { name: host.name })}</li>
        <li>{next.meet}</li>
      </ol>
      <noscript><p className="notice" data-tone="caution">{noScript}</p></noscript>
      {door.closedReason !== 'too-late' && <p className="soft only-with-script">{loading}</p>}
    </section>
  )
}
