import { inArray } from 'drizzle-orm'
import type { Meeting } from '#app/domain/meeting/seat.ts'
import { languageOf, type Locale } from '#app/kernel/locale.ts'
import { db } from '#db/client.server.ts'
import { meetingType } from '#db/schema.server.ts'

/**
 * What the host reads these meetings called: as their mails call them, and what was booked in the other
 * language by its type's name in the host's own.
 */
export async function readTitles(meetings: readonly Meeting[], locale: Locale): Promise<(meeting: Meeting) => string> {
  const language = languageOf(locale)
  const typeIds = meetings.filter((one) => languageOf(one.locale) !== language).map(({ typeId }) => typeId)
  const types = typeIds.length === 0 ? [] : await db().select({ id: meetingType.id, da: meetingType.titleDa, en: meetingType.titleEn })
    .from(meetingType).where(inArray(meetingType.id, typeIds))
  const names = new Map(types.map((type) => [type.id, type[language]]))
  return ({ typeId, title, locale: booked }) => (languageOf(booked) === language ? title : names.get(typeId) ?? title)
}
