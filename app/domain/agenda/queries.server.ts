import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { languageOf, type Language, type Locale } from '#app/kernel/locale.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { db, type Queryable } from '#db/client.server.ts'
import { agenda, agendaEvent, agendaTemplate, seat } from '#db/schema.server.ts'
import type { SeatRole } from '../meeting/meeting.ts'
import type { Agenda } from './agenda.ts'
import type { AgendaChange } from './change.ts'
import { FOR_ALL, type TemplateItem } from './template.ts'

export type VersionedAgenda = { version: number; agenda: Agenda }

/** One step of an agenda: `applyChange` with these values leads from version - 1 to version. */
export type AgendaStep = {
  version: number
  changeId: string
  change: AgendaChange
  role: SeatRole
  seatId: string
  name: string
  at: number
}

export type AgendaTemplate = {
  id: string
  hostId: string
  diagnosis: string
  locale: Language
  title: string
  items: TemplateItem[]
}

/** @throws {Error} when the meeting has no agenda: booking makes both. */
export async function getAgenda(meetingId: string, on: Queryable = db()): Promise<VersionedAgenda> {
  const [row] = await on.select({ version: agenda.version, agenda: agenda.state }).from(agenda)
    .where(eq(agenda.meetingId, meetingId))
  invariant(row, 'a meeting has its agenda')
  return row
}

/** The item that the meeting is at. */
export async function findCurrentItem(meetingId: string): Promise<string | null> {
  const [row] = await db().select({ itemId: sql<string | null>`${agenda.state} ->> 'currentItemId'` }).from(agenda)
    .where(eq(agenda.meetingId, meetingId))
  return row?.itemId ?? null
}

/** The steps after `afterVersion`, in order, `limit` at most. */
export async function listAgendaEvents(meetingId: string, afterVersion: number, limit = 1_000): Promise<AgendaStep[]> {
  const rows = await db()
    .select({
      version: agendaEvent.version, changeId: agendaEvent.changeId, change: agendaEvent.change,
      role: seat.role, seatId: seat.id, name: seat.name, at: agendaEvent.at,
    })
    .from(agendaEvent).innerJoin(seat, eq(seat.id, agendaEvent.seatId))
    .where(and(eq(agendaEvent.meetingId, meetingId), gt(agendaEvent.version, afterVersion)))
    .orderBy(asc(agendaEvent.version)).limit(limit)
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

export async function listTemplates(hostId: string, on: Queryable = db()): Promise<AgendaTemplate[]> {
  return on.select(TEMPLATE).from(agendaTemplate).where(eq(agendaTemplate.hostId, hostId))
    .orderBy(asc(agendaTemplate.diagnosis), asc(agendaTemplate.locale))
}

export async function findTemplate(id: string, on: Queryable = db()): Promise<AgendaTemplate | null> {
  const [row] = await on.select(TEMPLATE).from(agendaTemplate).where(eq(agendaTemplate.id, id))
  return row ?? null
}

/** The template that this answer picks in this language: the one for all where there is one. */
export async function findTemplateFor(
  hostId: string, diagnosis: string, locale: Locale, on: Queryable = db(),
): Promise<AgendaTemplate | null> {
  const [row] = await on.select(TEMPLATE).from(agendaTemplate)
    .where(and(
      eq(agendaTemplate.hostId, hostId), eq(agendaTemplate.locale, languageOf(locale)),
      inArray(agendaTemplate.diagnosis, [diagnosis, FOR_ALL]),
    ))
    .orderBy(desc(eq(agendaTemplate.diagnosis, FOR_ALL)))
  return row ?? null
}

const TEMPLATE = {
  id: agendaTemplate.id,
  hostId: agendaTemplate.hostId,
  diagnosis: agendaTemplate.diagnosis,
  locale: agendaTemplate.locale,
  title: agendaTemplate.title,
  items: agendaTemplate.items,
}
