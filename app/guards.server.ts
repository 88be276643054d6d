import { redirect } from '@remix-run/node'
import { isId } from './kernel/ids.ts'
import { DAY_MS, SECOND_MS } from './kernel/time.ts'
import type { Seat, SeatPass } from './domain/meeting/seat.ts'
import { findSeat } from './domain/meeting/queries.server.ts'
import type { Consultant } from './domain/people/consultant.ts'
import { findConsultantByUser } from './domain/people/queries.server.ts'
import { paths } from './paths.ts'
import { publicUrl } from './platform/env.server.ts'
import { isLinkKey, linkKey, type LinkPurpose } from './platform/link.server.ts'
import { findSessionUserId } from './platform/session.server.ts'

/** How long a browser stays bound to a seat after its link was opened. */
const COOKIE_SECONDS = (180 * DAY_MS) / SECOND_MS

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
 * the consultant by being signed in.
 * @throws {Response} 404 for a seat that does not exist, 403 without proof, a redirect to sign-in for the host's page.
 */
export async function requireSeat(request: Request, seatId: string | undefined, purpose: LinkPurpose): Promise<SeatPass> {
  const pass = isId(seatId) ? await findSeat(seatId) : null
  if (!pass) throw new Response(null, { status: 404 })
  if (pass.seat.role === 'host') return requireHostSeat(request, pass)
  const key = readCookie(request, cookieName(purpose))
  const isProven = key !== null && isLinkKey(key, purpose, pass.seat.id, pass.seat.linkGeneration)
  if (!isProven) throw new Response(null, { status: 403 })
  return pass
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

/** The cookie that binds a browser to a seat's own pages: what opening its link gives, and what booking gives at once. */
export function bindBrowser(seat: Pick<Seat, 'id' | 'linkGeneration'>, purpose: LinkPurpose): string {
  const secure = publicUrl().startsWith('https:') ? '; Secure' : ''
  const key = linkKey(purpose, seat.id, seat.linkGeneration)
  return `${cookieName(purpose)}=${key}; Path=${ownPath(purpose, seat.id)}; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

function ownPath(purpose: LinkPurpose, seatId: string): string {
  return purpose === 'booking' ? paths.booking(seatId) : paths.room(seatId)
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
