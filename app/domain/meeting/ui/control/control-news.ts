import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { DoorView } from '../../room-data.ts'
import type { SeatRole } from '../../meeting.ts'

/** What changed in whose question waits, in the lock and in who leads, as sentences for whoever is inside. */
export function newsOfControl(
  before: DoorView, after: DoorView, { role, seatId, texts: { talk } }: { role: SeatRole; seatId: string; texts: Messages['room'] },
): string[] {
  if (before.me.door !== 'admitted' || after.me.door !== 'admitted') return []
  const [were, are] = [idsOf(before), idsOf(after)]
  const raised = after.hands.filter((hand) => !were.has(hand.seatId))
    .map((hand) => (hand.seatId === seatId ? talk.hand.yours : fill(talk.hand.has, { name: hand.name })))
  const isOwnDown = were.has(seatId) && !are.has(seatId)
  const isLockNews = role === 'host' && before.isLocked !== after.isLocked
  const lock = after.isLocked ? talk.people.isLocked : talk.people.isUnlocked
  const isHandedOver = before.leader.seatId !== after.leader.seatId
  const leads = after.leader.seatId === seatId ? talk.people.youLead : fill(talk.people.leads, { name: after.leader.name })
  return [...raised, ...(isOwnDown ? [talk.hand.isDown] : []), ...(isLockNews ? [lock] : []), ...(isHandedOver ? [leads] : [])]
}

function idsOf({ hands }: DoorView): Set<string> {
  return new Set(hands.map(({ seatId }) => seatId))
}
