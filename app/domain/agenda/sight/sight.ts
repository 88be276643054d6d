import { mayHear } from '../../meeting/chat/chat.ts'
import { isOver, type MeetingState } from '../../meeting/meeting.ts'
import type { Seat } from '../../meeting/seat.ts'

/** whole: with how far it came and what was written. plan: what is to be talked about. none: nothing at all. */
export type Sight = 'whole' | 'plan' | 'none'

/** `isOther`: from a browser that the seat is not bound to. */
type Onlooker = Pick<Seat, 'role' | 'door'> & { isOther: boolean }

/** The version of an agenda that is given out in part: none, so that no step fits upon it. */
export const NO_VERSION = -1

/**
 * What a seat may see of its meeting's agenda now. Whoever waits, left, never came or looks from another device sees what was
 * planned until the meeting is over, and whoever was sent away sees nothing, then or later.
 */
export function sightOf({ role, door, isOther }: Onlooker, meeting: { state: MeetingState }): Sight {
  if (door === 'removed') return 'none'
  if (isOver(meeting)) return 'whole'
  return !isOther && mayHear({ role, door }) ? 'whole' : 'plan'
}
