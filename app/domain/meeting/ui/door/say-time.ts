import { clockText, dayText } from '#app/kernel/time.ts'
import type { RoomScene } from '../room-scene.ts'

/** Day and time of the clock, as the person reads them: `ons. 25. november 10.00`. */
export function sayTime(at: number, { timeZone, locale }: Pick<RoomScene['seat'], 'timeZone' | 'locale'>): string {
  return `${dayText(at, timeZone, locale)} ${clockText(at, timeZone, locale)}`
}
