import { findMeetingType } from '#app/domain/calendar/queries.server.ts'
import { replaceWeeklyHours } from '#app/domain/calendar/rules/schedule.server.ts'
import { saveTypeHosts } from '#app/domain/calendar/types/type-commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { db } from '#db/client.server.ts'
import { consultant } from '#db/schema.server.ts'
import { CAST } from '../../db/seeds/cast.ts'

/** Bo, who has the same hours as a new desk, and owns no kind of meeting. */
export async function addBo(): Promise<string> {
  const id = newId()
  const bo = { ...CAST.consultant, name: 'Bo Krogh', email: 'bo@fremmode.example' }
  await db().insert(consultant).values({ ...bo, locale: 'da', timeZone: 'Europe/Copenhagen', id })
  await replaceWeeklyHours(id, [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 960 })))
  return id
}

/** Lets these host the first kind of meeting of the first one's desk. */
export async function shareIntro(hostIds: [string, ...string[]], assign: 'any' | 'all' = 'any', weights: number[] = []): Promise<void> {
  const typeId = (await findMeetingType('intro'))?.id ?? ''
  const hosts = hostIds.map((hostId, index) => ({ hostId, weight: weights[index] ?? 1, scheduleId: null }))
  await saveTypeHosts(hostIds[0], typeId, { assign, hosts })
}
