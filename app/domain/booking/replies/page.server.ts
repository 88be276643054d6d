import { getConsultant } from '#app/domain/people/queries.server.ts'
import { isId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { now } from '#app/platform/clock.server.ts'
import { isLinkKey } from '#app/platform/link.server.ts'
import type { AnswerState } from '../ui/replies/answer-view.tsx'
import { HOME_ZONE } from '../ui/words.ts'
import { confirmReply, findUnproven } from './confirm.server.ts'

type Asked = { id: string | undefined; key: string | undefined; locale: Locale }

/**
 * The page behind the link that asks whose answer it was. It changes nothing.
 * @throws {Response} 404 for a key that is not ours.
 */
export async function readAnswer(asked: Asked): Promise<AnswerState> {
  const { locale } = asked
  const found = await findUnproven(requireKey(asked), now())
  const base = { locale, now: now() }
  if (!found || !(found.isConfirmed || found.isOpen)) return { ...base, zone: HOME_ZONE, hostZone: HOME_ZONE, asked: null, isGiven: false }
  const { pass: { seat, meeting: { title, hostId, startsAt, endsAt } }, kind, startsAt: proposedAt, isConfirmed } = found
  const host = await getConsultant(hostId)
  return {
    ...base, zone: seat.timeZone, hostZone: host.timeZone, isGiven: isConfirmed,
    asked: { title, host: host.name, startsAt, endsAt, kind, proposedAt },
  }
}

/** Makes the answer the asker's own, and gives the page as it is then. */
export async function giveAnswer(asked: Asked): Promise<AnswerState> {
  await confirmReply(requireKey(asked), now())
  return readAnswer(asked)
}

/** The key follows from the id alone, so that a link which came too late is told apart from one that never was. */
function requireKey({ id, key }: Asked): string {
  if (!isId(id) || !isLinkKey(key ?? '', 'answer', id, 1)) throw new Response(null, { status: 404 })
  return id
}
