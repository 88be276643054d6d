import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import type { ProposalFacts } from '#app/domain/booking/proposal/proposal.ts'
import type { ConfirmFacts } from '#app/domain/booking/unconfirmed/confirm-facts.ts'
import type { EarlierFacts } from '#app/domain/booking/watch/earlier-facts.ts'
import type { FreedFacts } from '#app/domain/booking/watch/freed-facts.ts'
import { newsKey } from '#app/domain/booking/watch/stop-news.server.ts'
import { codeOf } from '#app/domain/meeting/door/code.server.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { publicUrl } from '#app/platform/env.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import type { ProposalLinks } from './compose/asking/compose-proposal.ts'
import type { MailLinks } from './compose/mail-input.ts'

/** The links of a mail, derived anew each time. A guest's open without sign-in, the host's ask for it. */
export function linksFor({ recipient, meeting, version }: MailFacts): MailLinks {
  const { id, linkGeneration, locale, timeZone: zone } = recipient
  const bookNext = complete(paths.book(locale, meeting.typeSlug))
  const timeAt = (startsAt: number) => complete(paths.book(locale, meeting.typeSlug, { at: isoInstant(startsAt), zone }))
  const unproven = version.reply?.id ?? null
  const answer = unproven === null ? undefined : complete(paths.answerLink(locale, unproven, linkKey('answer', unproven, 1)))
  if (recipient.role === 'host') {
    return {
      room: complete(paths.room(id)), check: complete(paths.roomCheck(id)),
      manage: complete(paths.deskMeeting(meeting.id)), coming: complete(paths.deskMeeting(meeting.id)),
      bookNext, timeAt, moveAt: timeAt, move: bookNext, summary: complete(paths.roomSummary(id)),
      next: complete(paths.roomNext(id)), step: toStep(paths.roomSummary(id), version),
      offer: complete(paths.deskLinks()), answer,
    }
  }
  const roomKey = linkKey('room', id, linkGeneration)
  const room = complete(paths.roomLink(id, roomKey))
  const check = complete(paths.roomLink(id, roomKey, { to: 'check' }))
  const key = linkKey('booking', id, linkGeneration)
  const manage = complete(paths.bookingLink(id, key))
  const coming = complete(paths.bookingLink(id, key, { to: 'coming' }))
  const move = complete(paths.bookingLink(id, key, { to: 'move' }))
  const moveAt = (startsAt: number) => complete(paths.bookingLink(id, key, { at: isoInstant(startsAt) }))
  // The room of a meeting that ended shows its summary, and only the personal link proves who asks.
  const code = version.code && codeOf(version.code)
  const step = toStep(paths.roomLink(id, roomKey, { to: 'summary' }), version)
  const next = complete(paths.roomLink(id, roomKey, { to: 'next' }))
  return { room, check, manage, coming, bookNext, timeAt, moveAt, move, summary: room, next, step, answer, code }
}

/** The summary's page at the line of the step that is due. */
function toStep(page: string, { stepId }: MailFacts['version']): string | undefined {
  return stepId === undefined ? undefined : `${complete(page)}#line-${stepId}`
}

/** The page of free times with this one marked. Opening it reserves nothing. */
export function freedLink({ locale, typeSlug, startsAt, timeZone: zone }: FreedFacts): string {
  return complete(paths.book(locale, typeSlug, { at: isoInstant(startsAt), zone }))
}

/** The host's way to the proposal, and for a no the pages of what is free. */
export function proposalLinks({ proposal: { id, locale, timeZone: zone }, typeSlug }: ProposalFacts): ProposalLinks {
  return {
    desk: complete(paths.deskProposal(id)), bookNext: complete(paths.book(locale, typeSlug)),
    timeAt: (startsAt) => complete(paths.book(locale, typeSlug, { at: isoInstant(startsAt), zone })),
  }
}

/** The booking's own way to each time, on the page that moves it, and to the page on which no more mails are wanted. */
export function earlierLinks({ seat: { id, linkGeneration }, earlier }: EarlierFacts): { moves: string[]; manage: string } {
  const key = linkKey('booking', id, linkGeneration)
  return {
    moves: earlier.map((at) => complete(paths.bookingLink(id, key, { at: isoInstant(at) }))),
    manage: complete(paths.bookingLink(id, key)),
  }
}

/** Where mails about times that free end, by a press on a page or at once by what reads the mail. */
export function stopLinks({ email, locale }: { email: string; locale: Locale }): { page: string; hook: string } {
  const { id, key } = newsKey(email)
  return { page: complete(paths.stopNews(locale, id, key)), hook: complete(paths.stopNewsHook(id, key)) }
}

/** The page that books what waits, when its button is pressed. */
export function confirmLink({ unconfirmedId, locale }: ConfirmFacts): string {
  return complete(paths.confirmLink(locale, unconfirmedId, linkKey('confirm', unconfirmedId, 1)))
}

/** The page that lets the consultant in, when its button is pressed. */
export function signInLink(key: string): string {
  return complete(paths.deskSignInLink(key))
}

function complete(path: string): string {
  return publicUrl() + path
}
