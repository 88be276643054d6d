import { newId } from '#app/kernel/ids.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { db, transaction } from '#db/client.server.ts'
import {
  agenda, booking, company, consultant, mail, meeting, meetingType, person, seat,
} from '#db/schema.server.ts'
import type { MailKind, MailSnapshot } from '../../db/schema/mail.ts'

export type BookedWorld = { meetingId: string; hostSeatId: string; guestSeatId: string }

export const STARTS_AT = Date.UTC(2026, 10, 25, 9)
export const SNAPSHOT: MailSnapshot = {
  sequence: 0, stampedAt: Date.UTC(2026, 10, 20, 8), startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * 60_000,
}

/** One booked meeting of Mette Holm and Søren Kjær, row by row, with nothing queued. */
export async function makeBookedWorld(guestEmail = `soren.${newId().slice(0, 8)}@example.com`): Promise<BookedWorld> {
  const [hostId, typeId, companyId, personId, meetingId, hostSeatId, guestSeatId] = Array.from({ length: 7 }, newId)
  if (!hostId || !typeId || !companyId || !personId || !meetingId || !hostSeatId || !guestSeatId) throw new Error('seven ids')
  const place = { locale: 'da', timeZone: 'Europe/Copenhagen' } as const
  const host = { name: 'Mette Holm', email: 'mette@example.com', ...place }
  const guest = { name: 'Søren Kjær', email: guestEmail, ...place }
  const companyName = 'Nordlys Værktøj A/S'
  await transaction(async (tx) => {
    await tx.insert(consultant).values({ id: hostId, ...host, title: 'Salgsrådgiver', phone: '+45 20 00 00 01' })
    await tx.insert(meetingType).values({
      id: typeId, hostId, slug: `intro-${typeId.slice(0, 8)}`, titleDa: 'Et første møde', titleEn: 'A first meeting', summaryDa: '', summaryEn: '',
      durationMinutes: 30, stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 15, noticeMinutes: 240, horizonDays: 60,
    })
    await tx.insert(company).values({ id: companyId, name: companyName, nameKey: companyId })
    await tx.insert(person).values({ id: personId, ...guest, phone: '+45 20 00 00 02', companyId })
    await tx.insert(meeting).values({
      id: meetingId, hostId, typeId, title: 'Et første møde', locale: 'da', startsAt: new Date(STARTS_AT),
      endsAt: new Date(SNAPSHOT.endsAt), roomName: newId(), icsUid: newId(), icsStampedAt: new Date(SNAPSHOT.stampedAt),
    })
    await tx.insert(seat).values([
      { id: hostSeatId, meetingId, role: 'host', consultantId: hostId, ...host, identity: newId() },
      { id: guestSeatId, meetingId, role: 'guest', personId, ...guest, companyName, identity: newId() },
    ])
    await tx.insert(booking).values({
      id: newId(), meetingId, typeId, personId, seatId: guestSeatId, diagnosis: 'theory-into-practice', message: 'Vi er otte sælgere.',
      ...place, idempotencyKey: newId(),
    })
    await tx.insert(agenda).values({ meetingId, updatedAt: new Date(SNAPSHOT.stampedAt), state: {
      items: [{ id: newId(), title: 'Velkommen', purpose: '', minutes: 5, isDone: false, author: 'template', spentMs: 0 }],
      entries: [], currentItemId: null, currentSince: null,
    } })
  })
  return { meetingId, hostSeatId, guestSeatId }
}

/** Queues a mail as a command does: the row and its job in one transaction. */
export async function queueMailTo(
  seatId: string, meetingId: string, about: { kind?: MailKind; snapshot?: Partial<MailSnapshot> } = {},
): Promise<string> {
  const mailId = newId()
  await transaction(async (tx) => {
    const snapshot = { ...SNAPSHOT, ...about.snapshot }
    await tx.insert(mail).values({ id: mailId, kind: about.kind ?? 'invitation', meetingId, seatId, snapshot })
    await enqueue(tx, 'mail.send', { mailId }, { queue: `mail:${meetingId}:${seatId}` })
  })
  return mailId
}

export async function readMailRow(mailId: string): Promise<typeof mail.$inferSelect | undefined> {
  const rows = await db().select().from(mail)
  return rows.find((row) => row.id === mailId)
}
