import { lazy, Suspense, useState } from 'react'
import type { Call } from '../call/call.ts'
import type { RoomScene } from '../room-scene.ts'

/** Fetched when it is opened: whoever just comes in needs none of it. */
const MoreTests = lazy(() => import('../device/tests/more-tests.tsx').then((module) => ({ default: module.MoreTests })))

/** Loudspeaker, own voice and network, for whoever wants to know before the knock. */
export function DoorTests({ call, scene }: { call: Call; scene: RoomScene }) {
  const { texts: { tests, loading }, seat, host, links } = scene
  const [wasOpened, setOpened] = useState(false)
  return (
    <details className="door-tests" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{tests.more}</summary>
      {wasOpened && (
        <Suspense fallback={<p className="soft" role="status">{loading}</p>}>
          <MoreTests
            desk={call.media} links={links} place={{ hostName: host.name, phone: host.phone }} isHost={seat.role === 'host'}
            locale={seat.locale} texts={tests} startsNow
          />
        </Suspense>
      )}
    </details>
  )
}
