import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { languageOf, type Locale } from '#app/kernel/locale.ts'
import type { NextKind } from '../../next-meeting.ts'

/** A kind of meeting and how long it is, in the reader's language. */
export function sayKind({ title, minutes }: NextKind, locale: Locale, texts: Messages['room']['nextMeeting']): string {
  return fill(texts.kindOption, { title: title[languageOf(locale)], minutes })
}
