import { BOOKING_BOUNDS, BOOKING_FIELDS, readBookingForm, readTyped, type BookingForm } from '../input.ts'
import { bookOneOff, type LinkRefusal } from '../one-off/commands.server.ts'
import { stateOfLink, type OneOff } from '../one-off/one-off.ts'
import { findOneOff, listFreeStarts } from '../one-off/queries.server.ts'
import { RETENTION_MONTHS } from '../retention.server.ts'
import type { LinkProblem, OneOffPage, OpenLink } from '../ui/one-off/one-off-state.ts'
import { keepLength, nearestLength, writeTypeSlug, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { getSeat } from '#app/domain/meeting/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { getConsultant } from '#app/domain/people/queries.server.ts'
import { askedLocale } from '#app/i18n/locale-of.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { isId, newId } from '#app/kernel/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { isLinkKey } from '#app/platform/link.server.ts'
import { stampForm } from '#app/platform/pages/visitor.server.ts'
import { guardForm, stampToKeep } from './form-guards.server.ts'
import { readZone, toOffer } from '../offer/offer.server.ts'

/** The link whose key this is; null for a wrong key, told apart from nothing else. */
export async function findOpened({ id, key }: { id?: string; key?: string }): Promise<OneOff | null> {
  const found = isId(id) ? await findOneOff(id) : null
  return found && isLinkKey(key ?? '', 'one-off', found.id, found.linkGeneration) ? found : null
}

/** Which link it is, and whether the asker's browser has opened it. */
type AskedLink = { id: string | undefined; isBound: (link: OneOff) => boolean }

/** The page of a link, with the status that fits: it opens, it is closed, or the asker's browser never opened it. */
export async function readOneOff(request: Request, asked: AskedLink): Promise<{ status: number; page: OneOffPage }> {
  const link = await findBound(asked)
  if (!link) return wrong(request)
  const zone = readZone(new URL(request.url))
  const page = await pageOf(link, { zone, key: newId() })
  return { status: page.kind === 'closed' ? 410 : 200, page }
}

type Refused = { isBooked: false; status: number; retryAfterSeconds?: number; page: OneOffPage }

/** Books the time of the pressed button, or gives the page that says why not, with everything kept. */
export async function submitOneOff(
  request: Request, { clientAddress, ...asked }: AskedLink & { clientAddress: string },
): Promise<{ isBooked: true; seat: Seat } | Refused> {
  const link = await findBound(asked)
  if (!link) return { isBooked: false, ...wrong(request) }
  const form = await request.formData()
  form.set('email', link.email)
  const read = readBookingForm(form, readZone(new URL(request.url)))
  if (read.startsAt === null) throw new Response(null, { status: 400 })
  const refuse = refuserOf(link, read)
  const guarded = await guardForm(read, { clientAddress })
  if (!guarded.isTaken) {
    const { status, problem, retryAfterSeconds } = guarded
    return { ...await refuse(status, { problem }), retryAfterSeconds }
  }
  const booked = await bookOneOff(link.id, { ...guarded.answers, locale: link.locale }, now())
  if (booked.ok) return { isBooked: true, seat: (await getSeat(booked.value.guestSeatId)).seat }
  return refuse(409, { refusal: aboutTime(booked.reason) })
}

type Read = Pick<BookingForm, 'timeZone' | 'idempotencyKey' | 'typed' | 'stamp' | 'faults'>

/** The page again, with what was typed; a link that closed meanwhile says so instead. */
function refuserOf(link: OneOff, read: Read) {
  const { timeZone: zone, idempotencyKey: key, typed, faults } = read
  return async (status: number, why: Partial<Pick<OpenLink, 'problem' | 'refusal'>> = {}): Promise<Refused> => {
    const page = await pageOf(link, { zone, key, typed, stamp: stampToKeep(read) })
    if (page.kind !== 'open') return { isBooked: false, status: 410, page }
    return { isBooked: false, status, page: { ...page, faults, ...why } }
  }
}

/** What is not about the time shows in how the link stands by then. */
function aboutTime(reason: LinkRefusal): LinkProblem | null {
  return reason === 'slot-taken' || reason === 'slot-past' || reason === 'not-offered' ? reason : null
}

function wrong(request: Request): { status: number; page: OneOffPage } {
  return { status: 404, page: { kind: 'wrong', locale: askedLocale(request) } }
}

async function findBound({ id, isBound }: AskedLink): Promise<OneOff | null> {
  const link = isId(id) ? await findOneOff(id) : null
  return link && isBound(link) ? link : null
}

/** Where what is free for anybody is found, as long as the link's meeting if it can be. */
function slugOfLength(type: MeetingType, minutes: number): string {
  const offered = nearestLength(type, minutes)
  return writeTypeSlug(offered, offered.durationMinutes)
}

type Known = { zone: string; key: string; typed?: OpenLink['typed']; stamp?: string }

/** The link as it stands now, however it stood when the form was drawn. */
async function pageOf(known: OneOff, form: Known): Promise<OneOffPage> {
  const at = now()
  const [link, type, host] = await Promise.all([findOneOff(known.id), findMeetingTypeById(known.typeId), getConsultant(known.hostId)])
  invariant(link && type, 'a link has its type')
  const state = stateOfLink(link, at)
  const typeSlug = slugOfLength(type, link.durationMinutes)
  if (state !== 'open') return { kind: 'closed', locale: link.locale, state, host: host.name, typeSlug: type.isActive ? typeSlug : null }
  return openPage(link, { type, host, at, form })
}

async function openPage(link: OneOff, about: { type: MeetingType; host: Consultant; at: number; form: Known }): Promise<OpenLink> {
  const { host, at, form: { zone, key, typed, stamp } } = about
  const { id, locale, name, email, companyName: company, hostId, expiresAt, durationMinutes } = link
  const type = keepLength(about.type, durationMinutes)
  return {
    kind: 'open', id, locale, name, isPublic: type.isActive, zone, hostZone: host.timeZone, now: at, expiresAt,
    offer: toOffer(type, [host], { locale, slug: slugOfLength(about.type, durationMinutes) }),
    fields: [...BOOKING_FIELDS], bounds: BOOKING_BOUNDS, faults: {}, typed: typed ?? { ...readTyped(() => ''), name, email, company },
    idempotencyKey: key, stamp: stamp ?? stampForm(key, at), retentionMonths: RETENTION_MONTHS,
    starts: await listFreeStarts(link.starts, { type, hostId, now: at }), problem: null, refusal: null,
  }
}
