import { getSeat } from '#app/domain/meeting/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { presentHosts } from '#app/domain/people/present-hosts.server.ts'
import { isId } from '#app/kernel/ids.ts'
import { languageOf, type Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS, parseInstant } from '#app/kernel/time.ts'
import { now } from '#app/platform/clock.server.ts'
import { isLinkKey } from '#app/platform/link.server.ts'
import { listShownHosts, offerNearest, requireOffer } from '../offer/offer.server.ts'
import type { ConfirmState } from '../ui/confirm/confirm-view.tsx'
import { HOME_ZONE } from '../ui/words.ts'
import { confirmBooking, findUnconfirmed } from './unconfirmed.server.ts'

type Asked = { id: string | undefined; key: string | undefined; locale: Locale }

export type Confirmed = { isBooked: true; seat: Seat } | { isBooked: false; status: number; state: ConfirmState }

/**
 * The page behind the link. It changes nothing.
 * @throws {Response} 404 for a key that is not ours.
 */
export async function readConfirm(asked: Asked): Promise<ConfirmState> {
  const id = requireKey(asked)
  const found = await findUnconfirmed(id)
  const base = { locale: asked.locale, now: now(), refused: null }
  if (!found) return { ...base, zone: HOME_ZONE, hostZone: HOME_ZONE, waiting: null }
  const { request: { name, startsAt, timeZone, typeSlug: slug }, type } = found
  const host = presentHosts(await listShownHosts(type), asked.locale)
  const waiting = {
    title: type.title[languageOf(asked.locale)], slug, host: host.name, name, startsAt, endsAt: startsAt + type.durationMinutes * MINUTE_MS,
  }
  return { ...base, zone: timeZone, hostZone: host.timeZone, waiting }
}

/** Books the time that was wanted or another that the form names, or says why not. */
export async function confirm(asked: Asked, form: FormData): Promise<Confirmed> {
  const state = await readConfirm(asked)
  const booked = await confirmBooking(requireKey(asked), now(), parseInstant(form.get('start')))
  if (booked.ok) return { isBooked: true, seat: (await getSeat(booked.value.guestSeatId)).seat }
  if (booked.reason === 'gone' || !state.waiting) return { isBooked: false, status: 410, state: { ...state, waiting: null } }
  const { times: { starts } } = await requireOffer(state.waiting.slug, now())
  const refused = { reason: booked.reason, nearest: offerNearest(starts, state.waiting.startsAt) }
  return { isBooked: false, status: 409, state: { ...state, refused } }
}

/** The key follows from the id alone, so that a link which came too late is told apart from one that never was. */
function requireKey({ id, key }: Asked): string {
  if (!isId(id) || !isLinkKey(key ?? '', 'confirm', id, 1)) throw new Response(null, { status: 404 })
  return id
}
