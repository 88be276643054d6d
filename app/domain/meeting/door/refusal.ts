import type { DoorClosedReason } from '../meeting.ts'

/**
 * not-at-the-door: that seat has not knocked, or went away. meeting-not-open: the host is not in the room.
 * another-device: the seat is bound to another browser. too-many-devices: that link waits on many already.
 * code-wrong: another try is left. code-old: a new code is needed.
 */
export type DoorRefusal =
  | DoorClosedReason | 'removed' | 'not-at-the-door' | 'meeting-not-open' | 'not-allowed' | 'no-such-seat'
  | 'another-device' | 'too-many-devices' | 'code-wrong' | 'code-old' | 'too-often'
