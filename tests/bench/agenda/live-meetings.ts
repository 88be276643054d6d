import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { draftAgenda } from '#app/domain/agenda/template.ts'
import { linkKey } from '#app/platform/link.server.ts'

/** One meeting that goes on: the host's seat, the guest's, the guest's cookie and the point that is ticked on and off. */
export type LiveMeeting = { id: string; hostSeatId: string; guestSeatId: string; guestCookie: string; itemId: string }

const POINTS = ['Velkommen', 'Hvor står I?', 'Hvad står i vejen?', 'Et forløb', 'Spørgsmål', 'Næste skridt']

/** Meetings with two people inside, an agenda each, all of the first kind of meeting and its host. LINK_KEY must be the product's. */
export async function fillLiveMeetings(sql: postgres.Sql, count: number): Promise<LiveMeeting[]> {
  const [type] = await sql<{ id: string; hostId: string }[]>`SELECT id, host_id AS "hostId" FROM meeting_type ORDER BY position LIMIT 1`
  if (!type) throw new Error('There is no kind of meeting')
  const meetings: LiveMeeting[] = []
  for (let number = 0; number < count; number += 1) {
    const [id, hostSeatId, guestSeatId] = [randomUUID(), randomUUID(), randomUUID()]
    const agenda = draftAgenda(POINTS.map((title) => ({ title, purpose: '', minutes: 5 })))
    const email = `live-${number}@example.com`
    await sql.begin(async (tx) => {
      await tx`INSERT INTO meeting (id, host_id, type_id, title, locale, starts_at, ends_at, state, room_name, ics_uid, ics_stamped_at)
        VALUES (${id}, ${type.hostId}, ${type.id}, 'Et første møde', 'da', now(), now() + interval '1 hour', 'live', ${`live-${id}`}, ${`${id}@live`}, now())`
      await tx`INSERT INTO seat (id, meeting_id, role, consultant_id, name, email, locale, time_zone, identity, door)
        VALUES (${hostSeatId}, ${id}, 'host', ${type.hostId}, 'Mette', 'mette@example.com', 'da', 'Europe/Copenhagen', ${hostSeatId}, 'admitted'),
          (${guestSeatId}, ${id}, 'guest', NULL, 'Gæst', ${email}, 'da', 'Europe/Copenhagen', ${guestSeatId}, 'admitted')`
      await tx`INSERT INTO agenda (meeting_id, state, updated_at) VALUES (${id}, ${tx.json(agenda as never)}, now())`
    })
    const guestCookie = `fremmode_room=${linkKey('room', guestSeatId, 1)}`
    meetings.push({ id, hostSeatId, guestSeatId, guestCookie, itemId: agenda.items[0]?.id ?? '' })
  }
  return meetings
}
