import { eq } from 'drizzle-orm'
import { makeOneOff } from '#app/domain/booking/one-off/commands.server.ts'
import type { NewOneOff } from '#app/domain/booking/one-off/one-off-input.ts'
import type { Asker } from '#app/domain/booking/write/write-booking.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { db } from '#db/client.server.ts'
import { meetingType } from '#db/schema.server.ts'
import { CAST } from '../../db/seeds/cast.ts'
import { THURSDAY_TEN } from './booking-world.ts'
import { NOW } from './meetings.ts'
import { THURSDAY_EVENING } from './proposals.ts'

/** A link for Amina to a first meeting on Thursday, at ten or in the evening; open for a week. */
export async function linkFor(given: Partial<NewOneOff> = {}): Promise<NewOneOff> {
  const [type] = await db().select({ id: meetingType.id }).from(meetingType).where(eq(meetingType.slug, 'intro'))
  const { name, email, company: companyName } = CAST.amina
  const starts = [THURSDAY_TEN, THURSDAY_EVENING]
  return { name, email, companyName, typeId: type?.id ?? '', durationMinutes: 30, locale: 'da', starts, expiresAt: NOW + 7 * DAY_MS, ...given }
}

/** @throws {Error} when something has one of its times. */
export async function madeLink(hostId: string, given: Partial<NewOneOff> = {}): Promise<string> {
  const made = await makeOneOff(hostId, await linkFor(given), NOW)
  if (!made.ok) throw new Error('taken')
  return made.id
}

/** What Amina sends with the time that she presses. */
export function pressing(startsAt: number, given: Partial<Asker> = {}): Omit<Asker, 'email' | 'isDemo'> & { startsAt: number } {
  const { name, company: companyName } = CAST.amina
  return {
    name, companyName, phone: null, diagnosis: 'leadership-and-goals', diagnosisText: null, message: null, locale: 'da',
    timeZone: 'Europe/Copenhagen', idempotencyKey: newId(), startsAt, ...given,
  }
}

/** The cookie that opening the link leaves behind. */
export function linkCookie(id: string, generation = 1): string {
  return `fremmode_one-off=${linkKey('one-off', id, generation)}`
}
