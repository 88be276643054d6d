import { fill } from '#app/i18n/fill.ts'
import { clockText } from '#app/kernel/time.ts'
import type { DoorView } from '../../room-data.ts'
import type { RoomScene } from '../room-scene.ts'

type TurnUpWordsProps = { scene: Pick<RoomScene, 'seat' | 'texts'>; door: DoorView }

/** What those who have not knocked yet said about coming, as a sentence each; read out when it changes. */
export function TurnUpWords({ scene: { seat: { timeZone, locale }, texts }, door }: TurnUpWordsProps) {
  return announced(door).map(({ seatId, name, turnUp }) => (
    <p key={seatId} role="status">
      {fill(turnUp.lateMinutes === 0 ? texts.guests.onTime : texts.guests.late, {
        name, minutes: turnUp.lateMinutes, clock: clockText(turnUp.answeredAt, timeZone, locale),
      })}
    </p>
  ))
}

/** Guests who are not at the door and have said something. */
export function announced({ guests }: DoorView) {
  return guests.flatMap(({ seatId, name, door, turnUp }) => (door === 'away' && turnUp ? [{ seatId, name, turnUp }] : []))
}
