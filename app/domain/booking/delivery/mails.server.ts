import { asc, eq, inArray } from 'drizzle-orm'
import { faultOf } from '#app/platform/smtp/fault.ts'
import { db, type Queryable } from '#db/client.server.ts'
import { mail, seat } from '#db/schema.server.ts'
import type { DeskMail } from '../desk/desk.ts'
import { isMeetingMail } from '../mail-facts.ts'
import { standingsOf } from './standing.ts'

export type Mailed = DeskMail & { meetingId: string }

/** The mails of these meetings in the order in which they were caused, the guest's before the host's. */
export async function listMails(meetingIds: string[], on: Queryable = db()): Promise<Mailed[]> {
  if (meetingIds.length === 0) return []
  const rows = await on.select({ mail, name: seat.name, email: seat.email, role: seat.role, door: seat.door }).from(mail)
    .innerJoin(seat, eq(seat.id, mail.seatId))
    .where(inArray(mail.meetingId, meetingIds)).orderBy(asc(mail.createdAt), asc(seat.role), asc(mail.id))
  const mails = rows.flatMap(({ mail: row, name, email, role, door }) => {
    const { id, meetingId, seatId, kind, channel, attempts } = row
    if (meetingId === null || seatId === null || !isMeetingMail(kind)) return []
    return {
      id, meetingId, kind, channel, attempts, seatId, to: name, email, isToGuest: role === 'guest', door,
      createdAt: row.createdAt.getTime(), sentAt: timeOf(row.sentAt), failedAt: timeOf(row.failedAt),
      bouncedAt: timeOf(row.bouncedAt), nextTryAt: timeOf(row.nextTryAt),
      fault: row.bounceReason ?? row.lastError,
    }
  })
  const standings = standingsOf(mails)
  return mails.map(({ fault, ...one }, position) => ({
    ...one, standing: standings[position] ?? 'waiting', fault: fault === null ? null : faultOf(fault),
  }))
}

function timeOf(at: Date | null): number | null {
  return at?.getTime() ?? null
}
