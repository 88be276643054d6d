import type { DoorRequest, DoorView } from '../../room-data.ts'

/** Whether this seat says that it has a question. */
export function hasQuestion(door: DoorView, seatId: string): boolean {
  return door.hands.some((hand) => hand.seatId === seatId)
}

/** What turns the own question on, or takes it back. */
export function switchQuestion(door: DoorView, seatId: string): DoorRequest {
  return hasQuestion(door, seatId) ? { intent: 'lower-hand', seatId } : { intent: 'raise-hand' }
}
