import { newOpaqueName } from '#app/kernel/ids.ts'

const NAME = /^probe-(\d{13})-/

/** An unguessable name that says when the room has had its time (epoch milliseconds), so that nobody has to remember it. */
export function probeRoomName(expiresAt: number): string {
  return `probe-${expiresAt}-${newOpaqueName()}`
}

/** Is this the room of a test whose time is over? The rooms of meetings never are. */
export function isSpentProbe(roomName: string, now: number): boolean {
  const expiresAt = NAME.exec(roomName)?.[1]
  return expiresAt !== undefined && now > Number(expiresAt)
}
