import { createDefaults } from '#app/domain/booking/create-defaults.server.ts'
import type { BookingRequest } from '#app/domain/booking/booking.ts'
import { newId } from '#app/kernel/ids.ts'
import { transaction } from '#db/client.server.ts'
import { consultant } from '#db/schema.server.ts'
import { CAST } from '../../db/seeds/cast.ts'
import { NOW } from './meetings.ts'

/** Thursday 26 November 2026, 10.00 in Copenhagen: a slot of both default types. */
export const THURSDAY_TEN = Date.UTC(2026, 10, 26, 9)

/** Mette's desk as a new one is: her hours and her kinds of meeting. */
export async function makeDesk(): Promise<string> {
  const hostId = newId()
  await transaction(async (tx) => {
    await tx.insert(consultant).values({ ...CAST.consultant, locale: 'da', timeZone: 'Europe/Copenhagen', id: hostId })
    await createDefaults(tx, hostId, NOW)
  })
  return hostId
}

/** What Søren asks for, unless told otherwise. */
export function askFor(given: Partial<BookingRequest> = {}): BookingRequest {
  const { name, email, company: companyName, phone } = CAST.soren
  return {
    typeSlug: 'intro', startsAt: THURSDAY_TEN, timeZone: 'Europe/Copenhagen', locale: 'da', name, email, companyName, phone,
    diagnosis: 'theory-into-practice', diagnosisText: null, message: null, idempotencyKey: newId(), ...given,
  }
}
