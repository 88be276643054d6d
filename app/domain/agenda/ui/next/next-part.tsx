import { createPart } from '#app/ui/island/use-part.ts'
import { nameOfOffer } from '../../../meeting/next-meeting.ts'
import { isAdmitted } from '../../../meeting/ui/call/call-state.ts'
import type { Call } from '../../../meeting/ui/call/call.ts'
import { useCallCourse } from '../../../meeting/ui/call/use-call.ts'
import { usePanel } from '../panel/panel-context.ts'
import { PanelPart } from '../panel/parts/panel-part.tsx'
import type { RoomPageData } from '../room/room-page-data.ts'

type NextPartProps = { call: Call; room: RoomPageData; isTime: boolean; place: 'above' | 'below' }

const OFFERED = createPart(() => import('./next-offered.tsx'))

/**
 * The next meeting, in the panel: for the host at any time and by itself at the last point, for a guest once times are offered.
 * Above the points it stands while it is what matters now; below them the host finds the way to it.
 * @param isTime the line is free for what isn't needed at once.
 */
export function NextPart({ call, room, isTime, place }: NextPartProps) {
  const { door, state } = useCallCourse(call)
  const { agenda: { items, currentItemId }, mayWrite } = usePanel()
  const { offer = null, booked = null } = door.next ?? {}
  const isInside = mayWrite && isAdmitted(state)
  const isAtLast = currentItemId !== null && items.at(-1)?.id === currentItemId
  if (!booked && !isInside) return null
  const isDue = isAtLast || offer !== null || booked !== null
  if (isDue !== (place === 'above')) return null
  // What was fetched and chosen for one offer is of no use for another.
  const key = nameOfOffer(offer)
  const given = { call, room, hostName: door.host.name, isAtLast, next: { offer, booked } }
  return <PanelPart part={OFFERED} isWanted={isTime || booked !== null} draw={({ NextOffered }) => <NextOffered key={key} {...given} />} />
}
