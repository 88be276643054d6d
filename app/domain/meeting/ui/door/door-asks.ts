import type { DoorRefusal } from '../../door/refusal.ts'
import type { DoorRequest } from '../../room-data.ts'

/** What a guest can ask at the door; the answer is why it was refused, null when it went through. */
export type DoorAsks = {
  knock(): void
  /** Goes in without camera and microphone. */
  listenIn(): void
  leave(): void
  askDoor(request: DoorRequest): Promise<DoorRefusal | 'unreachable' | null>
}
