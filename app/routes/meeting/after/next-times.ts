import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { bookNext, offerNext } from '#app/domain/booking/next/commands.server.ts'
import type { NextRefusal } from '#app/domain/booking/next/next.ts'
import { parseNextRequest, readAfter, readKindOf } from '#app/domain/booking/next/next-input.ts'
import { nextStatus } from '#app/domain/booking/next/page.server.ts'
import { listNextTimes, meantKind } from '#app/domain/booking/next/queries.server.ts'
import { keyOfKind, type ChosenKind } from '#app/domain/meeting/next-meeting.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { requireReader } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerMalformed, readPosted } from '#app/room-requests.server.ts'

/** Free times of the next meeting, for the panel in the room; for the host with the kinds that can be offered. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireReader(request, params.seatId)
  const url = new URL(request.url)
  return answer(await timesFor(pass, { kind: readKindOf(url), after: readAfter(url) }))
}

/** The host offers times, a guest books one. What can't be had is answered with what can. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireReader(request, params.seatId)
  const asked = parseNextRequest(await readPosted(request))
  if (!asked) return answerMalformed()
  const done = await (asked.intent === 'offer' ? offerNext(pass, { ...asked, now: now() }) : bookNext(pass, { ...asked, now: now() }))
  if (done.ok) return answer(await getDoor(pass, now()))
  const reason: NextRefusal = done.reason
  return answer({ reason, ...await timesFor(pass, { kind: asked.intent === 'offer' ? asked.kind ?? null : null }) }, nextStatus(reason))
}

async function timesFor(pass: SeatPass, { kind, after = null }: { kind: ChosenKind | null; after?: number | null }) {
  const meant = await meantKind(pass, kind)
  const times = await listNextTimes(pass, now(), { after, kind: meant.kind })
  return { times, kinds: meant.kinds, kind: meant.kind && keyOfKind(meant.kind) }
}
