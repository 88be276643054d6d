import type { ReactNode } from 'react'
import type { DoorView } from '../../../meeting/room-data.ts'
import { RoomBar } from '../../../meeting/ui/room-bar.tsx'
import type { RoomScene } from '../../../meeting/ui/room-scene.ts'

type RoomFrameProps = {
  scene: RoomScene
  door: DoorView
  place: 'door' | 'call' | 'over'
  /** What the clock shows; the server, which can't keep it going, leaves it out. */
  now?: number
  /** What stands beside the place, or below it; null when nothing does. */
  panel: ReactNode
  children: ReactNode
}

/** The room around whatever happens in it: the bar, the place where the person is, and the agenda. */
export function RoomFrame({ scene, door, place, now, panel, children }: RoomFrameProps) {
  return (
    <div className="room" data-place={place} data-panel={panel ? 'shown' : 'hidden'}>
      <RoomBar scene={scene} door={door} isHeading={place !== 'over'} now={now} />
      {children}
      {panel && <div className="room-panel" id="agenda">{panel}</div>}
    </div>
  )
}
