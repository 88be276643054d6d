import { eq } from 'drizzle-orm'
import { ensureDefaultSchedule } from '#app/domain/calendar/rules/schedule.server.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Transaction } from '#db/client.server.ts'
import { agendaTemplate, meetingType, weeklyWindow } from '#db/schema.server.ts'
import { DEFAULT_HOURS, DEFAULT_MEETING_TYPES, DEFAULT_TEMPLATES } from './default-world/world.ts'

/** Gives a host what is missing of meeting types, weekly hours and agenda templates. What is there stays as it is. */
export async function createDefaults(tx: Transaction, hostId: string, now: number): Promise<void> {
  await tx.insert(meetingType)
    .values(DEFAULT_MEETING_TYPES.map((type) => ({ ...type, id: newId(), hostId })))
    .onConflictDoNothing({ target: meetingType.slug })
  await createHours(tx, hostId)
  await tx.insert(agendaTemplate)
    .values(DEFAULT_TEMPLATES.map((template) => ({ ...template, id: newId(), hostId, updatedAt: new Date(now) })))
    .onConflictDoNothing({ target: [agendaTemplate.hostId, agendaTemplate.diagnosis, agendaTemplate.locale] })
}

async function createHours(tx: Transaction, hostId: string): Promise<void> {
  const scheduleId = await ensureDefaultSchedule(tx, hostId)
  const known = await tx.select({ id: weeklyWindow.id }).from(weeklyWindow).where(eq(weeklyWindow.scheduleId, scheduleId)).limit(1)
  if (known.length > 0) return
  await tx.insert(weeklyWindow).values(DEFAULT_HOURS.map((window) => ({ ...window, id: newId(), scheduleId })))
}
