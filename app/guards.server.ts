import { redirect } from '@remix-run/node'
import { isId, newOpaqueName } from './kernel/ids.ts'
import { DAY_MS, SECOND_MS } from './kernel/time.ts'
import { sightOfPass } from './domain/agenda/sight/seen.server.ts'
import { isOtherDevice } from './domain/meeting/door/device.ts'
import type { Seat, SeatPass, Visitor } from './domain/meeting/seat.ts'
import { findSeat } from './domain/meeting/queries.server.ts'
import type { Consultant } from './domain/people/consultant.ts'
import { findConsultantByUser } from './domain/people/queries.server.ts'
import { paths } from './paths.ts'
import { publicUrl } from './platform/env.server.ts'
import { isLinkKey, linkKey, type LinkPurpose } from './platform/link.server.ts'
import { findSessionUserId } from './platform/session.server.ts'
import { hashToken } from './platform/session-tokens.server.ts'

/** What a secret link belongs to: a seat, or a link for one person. */
type Linked = Pick<Seat, 'id' | 'linkGeneration'>

/** How long a browser stays bound to a seat after its link was opened. */
const COOKIE_SECONDS = (180 * DAY_MS) / SECOND_MS

const DEVICE_COOKIE = 'fremmode_device'
const DEVICE_SECRET_BYTES = 32

/** The consultant who is signed in, or null. */
export async function findHost(request: Request): Promise<Consultant | null> {
  const userId = await findSessionUserId(request)
  return userId === null ? null : findConsultantByUser(userId)
}

/** @throws {Response} a redirect to sign-in for pages, 403 for everything else. */
export async function requireHost(request: Request): Promise<Consultant> {
  return (await findHost(request)) ?? askForSignIn(request)
}

/**
 * The seat that the asker has proven to hold: a guest by the cookie that the personal link set,
 * the consultant by being signed in. In the room a link is good for one browser: the first that knocked with it.
 * @throws {Response} 404 for a seat that does not exist, 403 without proof, a redirect to sign-in for the host's page.
 */
export async function requireSeat(request: Request, seatId: string | undefined, purpose: LinkPurpose): Promise<SeatPass> {
  const visitor = await requireVisitor(request, seatId, purpose)
  if (purpose === 'room' && isOtherDevice(visitor.seat, visitor)) throw new Response(null, { status: 403 })
  return visitor
}

/** The same for whatever another device with the link may do as well: see the door, and knock. @throws {Response} as above. */
export async function requireVisitor(request: Request, seatId: string | undefined, purpose: LinkPurpose): Promise<Visitor> {
  const pass = isId(seatId) ? await findSeat(seatId) : null
  if (!pass) throw new Response(null, { status: 404 })
  if (purpose === 'room' && pass.meeting.state === 'pending') return refuseRoom(request, pass)
  if (pass.seat.role === 'host') return { ...await requireHostSeat(request, pass), device: null }
  if (!isBound(request, pass.seat, purpose)) throw new Response(null, { status: 403 })
  const secret = readCookie(request, DEVICE_COOKIE)
  return { ...pass, device: secret ? hashToken(secret) : null }
}

/**
 * A seat in the room that is a host's, for what no guest has.
 * @param status what a guest is answered: that they may not, or that there is nothing.
 * @throws {Response} that, and as `requireSeat`.
 */
export async function requireHostInRoom(request: Request, seatId: string | undefined, status: 403 | 404): Promise<SeatPass> {
  const pass = await requireSeat(request, seatId, 'room')
  if (pass.seat.role !== 'host') throw new Response(null, { status })
  return pass
}

/**
 * Who may read what a meeting comes to: whoever is inside and, once it is over, all but those who were sent away.
 * @throws {Response} 403 for others, and as `requireVisitor`.
 */
export async function requireReader(request: Request, seatId: string | undefined): Promise<Visitor> {
  const visitor = await requireVisitor(request, seatId, 'room')
  if (sightOfPass(visitor) !== 'whole') throw new Response(null, { status: 403 })
  return visitor
}

/** Gives a guest's browser the secret by which it is known at this seat's door, unless it has one. Its tabs share it. */
export function withDevice(visitor: Visitor): { visitor: Visitor; headers: Record<string, string> } {
  const { seat, device } = visitor
  if (seat.role === 'host' || device !== null) return { visitor, headers: {} }
  const secret = newOpaqueName(DEVICE_SECRET_BYTES)
  const cookie = cookieFor(DEVICE_COOKIE, secret, paths.room(seat.id))
  return { visitor: { ...visitor, device: hashToken(secret) }, headers: { 'Set-Cookie': cookie } }
}

/** Is the asker's browser bound to this, by the cookie that its link set? */
export function isBound(request: Request, { id, linkGeneration }: Linked, purpose: LinkPurpose): boolean {
  const key = readCookie(request, cookieName(purpose))
  return key !== null && isLinkKey(key, purpose, id, linkGeneration)
}

/**
 * Exchanges the key of a personal link for a cookie that reaches only that seat's pages, so that
 * the secret leaves the address bar at once. Changes nothing on the server.
 * @param toPage where among the seat's own pages it leads.
 * @throws {Response} 404 for a wrong or revoked key, told apart from nothing else.
 */
export async function openLink(
  params: { seatId?: string; key?: string },
  purpose: LinkPurpose,
  toPage: (seatId: string) => string = (seatId) => ownPath(purpose, seatId),
): Promise<Response> {
  const pass = isId(params.seatId) ? await findSeat(params.seatId) : null
  const isRight = pass && pass.seat.role === 'guest' && isLinkKey(params.key ?? '', purpose, pass.seat.id, pass.seat.linkGeneration)
  if (!isRight) throw new Response(null, { status: 404 })
  return redirect(toPage(pass.seat.id), {
    status: 303,
    headers: { 'Set-Cookie': bindBrowser(pass.seat, purpose), 'Cache-Control': 'no-store' },
  })
}

/** The cookie that binds a browser to the pages of a seat or of a one-off link: opening the link gives it, and booking does at once. */
export function bindBrowser({ id, linkGeneration }: Linked, purpose: LinkPurpose): string {
  return cookieFor(cookieName(purpose), linkKey(purpose, id, linkGeneration), ownPath(purpose, id))
}

function cookieFor(name: string, value: string, path: string): string {
  const secure = publicUrl().startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=${path}; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

/** To the booking that was just made or found again, which this browser may open from now on. */
export function leadToBooking(seat: Seat): Response {
  return redirect(paths.booking(seat.id), { status: 303, headers: { 'Set-Cookie': bindBrowser(seat, 'booking') } })
}

function ownPath(purpose: LinkPurpose, id: string): string {
  return { booking: paths.booking, room: paths.room, 'one-off': paths.oneOff }[purpose](id)
}

/** Nobody has said yes to the meeting yet, so it has no room; the host is led to where that is done. */
async function refuseRoom(request: Request, pass: SeatPass): Promise<never> {
  if (pass.seat.role !== 'host') throw new Response(null, { status: 404 })
  await requireHostSeat(request, pass)
  if (request.method !== 'GET') throw new Response(null, { status: 409 })
  throw redirect(paths.deskMeeting(pass.meeting.id))
}

async function requireHostSeat(request: Request, pass: SeatPass): Promise<SeatPass> {
  const host = await requireHost(request)
  if (host.id !== pass.seat.consultantId) throw new Response(null, { status: 404 })
  return pass
}

function askForSignIn(request: Request): never {
  const url = new URL(request.url)
  const isPage = request.method === 'GET' && (request.headers.get('Accept') ?? '').includes('text/html')
  if (!isPage) throw new Response(null, { status: 403 })
  throw redirect(`${paths.deskSignIn()}?${new URLSearchParams({ to: url.pathname })}`)
}

function cookieName(purpose: LinkPurpose): string {
  return `fremmode_${purpose}`
}

function readCookie(request: Request, name: string): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  const pair = pairs.find((candidate) => candidate.startsWith(`${name}=`))
  return pair ? pair.slice(name.length + 1) : null
}
