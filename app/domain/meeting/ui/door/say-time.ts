import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { languageOf, type Locale } from '#app/kernel/locale.ts'
import { clockText, dayText } from '#app/kernel/time.ts'
import type { NextKind } from '../../next-meeting.ts'
import type { RoomScene } from '../room-scene.ts'

/** Day and time of the clock, as the person reads them: `ons. 25. november 10.00`. */
export function sayTime(at: number, { timeZone, locale }: Pick<RoomScene['seat'], 'timeZone' | 'locale'>): string {
  return `${dayText(at, timeZone, locale)} ${clockText(at, timeZone, locale)}`
}

/** A kind of meeting and how long it is, in the reader's language. */
export function sayKind({ title, minutes }: NextKind, locale: Locale, texts: Messages['room']['nextMeeting']): string {
  return fill(texts.kindOption, { title: title[languageOf(locale)], minutes })
}
