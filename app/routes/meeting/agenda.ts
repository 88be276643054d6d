import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { parseChangeRequest } from '#app/domain/agenda/input.ts'
import { getSeen } from '#app/domain/agenda/sight/seen.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerChangeFault, readPosted } from '#app/room-requests.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  if (pass.seat.door === 'removed') throw new Response(null, { status: 403 })
  return answer({ ...(await getSeen(pass)), serverNow: now() })
}

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const asked = parseChangeRequest(await readPosted(request))
  if (!asked.ok) return answerChangeFault(asked.reason)
  const changed = await changeAgenda(pass, { ...asked.value, now: now() })
  return changed.ok ? answer(changed.value) : answerChangeFault(changed.reason)
}
