import type { Diagnosis } from '#app/domain/booking/diagnosis.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { createDefaults } from '#app/domain/booking/create-defaults.server.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { listMeetingTypes, listOpenSlots } from '#app/domain/calendar/queries.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { consultant } from '#db/schema.server.ts'
import { CAST } from './cast.ts'

type DemoBooking = { guest: (typeof CAST)['soren' | 'amina' | 'thomas' | 'claire']; daysAhead: number; diagnosis: Diagnosis; locale: Locale; message: string | null }

const BOOKINGS: DemoBooking[] = [
  { guest: CAST.soren, daysAhead: 1, diagnosis: 'theory-into-practice', locale: 'da', message: 'Vi har lige været på kursus, men det sidder ikke fast.' },
  { guest: CAST.amina, daysAhead: 2, diagnosis: 'leadership-and-goals', locale: 'da', message: null },
  { guest: CAST.claire, daysAhead: 4, diagnosis: 'more-courses', locale: 'en', message: 'Three new hires start in January.' },
  { guest: CAST.thomas, daysAhead: 7, diagnosis: 'something-else', locale: 'da', message: null },
]

/**
 * An example world in an empty database: one consultant with hours, meeting types and templates, and a week with
 * four bookings. Nobody is mailed. Does nothing when there is a consultant already.
 */
export async function seedDemoWorld(now: number): Promise<void> {
  const hostId = await transaction((tx) => createDemoConsultant(tx, now))
  if (hostId === null) return
  const [type] = await listMeetingTypes()
  if (!type) return
  for (const example of BOOKINGS) await book(type, example, now)
}

async function createDemoConsultant(tx: Transaction, now: number): Promise<string | null> {
  const known = await tx.select({ id: consultant.id }).from(consultant).limit(1)
  if (known.length > 0) return null
  const id = newId()
  await tx.insert(consultant).values({ ...CAST.consultant, id, locale: 'da', timeZone: 'Europe/Copenhagen', isDemo: true })
  await createDefaults(tx, id, now)
  return id
}

/** On the first free time from that day on; a calendar without any stays without it. */
async function book(type: MeetingType, example: DemoBooking, now: number): Promise<void> {
  const from = now + example.daysAhead * DAY_MS
  const [slot] = await listOpenSlots({ type, from, to: from + 7 * DAY_MS, now })
  if (!slot) return
  const { guest, locale, diagnosis, message } = example
  const booked = await bookSlot({
    typeSlug: type.slug, startsAt: slot.startsAt, timeZone: locale === 'en' ? 'Europe/London' : 'Europe/Copenhagen', locale,
    name: guest.name, email: guest.email, companyName: guest.company, phone: guest.phone,
    diagnosis, diagnosisText: diagnosis === 'something-else' ? 'Vores møder bliver aldrig til en aftale.' : null, message,
    idempotencyKey: newId(), isDemo: true,
  }, now)
  invariant(booked.ok, 'a free time of the example world can be booked')
}
