import { isMailAddress } from '../input.ts'
import type { Sought } from '../ui/access/access-view.tsx'
import { findKnown, isAnythingKept } from './known-person.server.ts'

/** What the page says of the address that it is asked for. */
export async function readSought({ searchParams }: URL): Promise<Sought> {
  const email = searchParams.get('email')?.trim() ?? ''
  if (email === '') return null
  if (!isMailAddress(email)) return { email, isBroken: true, isKept: false, bookings: 0, seats: 0 }
  const known = await findKnown(email)
  return { email, isBroken: false, isKept: await isAnythingKept(known), bookings: known.bookingIds.length, seats: known.seatIds.length }
}
