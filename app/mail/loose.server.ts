import type { ProposalFacts } from '#app/domain/booking/proposal/proposal.ts'
import { findProposalFacts } from '#app/domain/booking/proposal/queries.server.ts'
import type { ConfirmFacts } from '#app/domain/booking/unconfirmed/confirm-facts.ts'
import { findConfirmFacts } from '#app/domain/booking/unconfirmed/unconfirmed.server.ts'
import { findEarlierFacts, takeBackTelling } from '#app/domain/booking/watch/earlier.server.ts'
import type { EarlierFacts } from '#app/domain/booking/watch/earlier-facts.ts'
import type { FreedFacts } from '#app/domain/booking/watch/freed-facts.ts'
import { findFreedFacts, forgetWatch } from '#app/domain/booking/watch/watch.server.ts'
import type { CalendarParty } from '#app/domain/calendar/icalendar.ts'
import { organizer } from '#app/domain/people/mail/organizer.server.ts'
import { findSignInFacts, type SignInFacts } from '#app/domain/people/sign-in/sign-in-mail.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { makeMailedKey } from '#app/platform/session.server.ts'
import { deliver } from '#app/platform/smtp.server.ts'
import type { LooseMailKind } from '#db/schema.server.ts'
import { composeProposal } from './compose/asking/compose-proposal.ts'
import { composeFreed } from './compose/compose-freed.ts'
import { composeConfirm } from './compose/loose/compose-confirm.ts'
import { composeEarlier } from './compose/loose/compose-earlier.ts'
import { composeSignIn } from './compose/loose/compose-sign-in.ts'
import type { ComposedMail } from './compose/mail-input.ts'
import { confirmLink, earlierLinks, freedLink, proposalLinks, signInLink, stopLinks } from './links.server.ts'
import { findLooseKind } from './mail-rows.server.ts'

/** Sends a mail that is not about a meeting as it was when the mail was queued. @returns false when there is nothing to say. */
export async function sendLoose(mailId: string): Promise<boolean> {
  const kind = await findLooseKind(mailId)
  return kind !== null && WAYS[kind](mailId)
}

const proposing = way(findProposalFacts, tellOfProposal)

const WAYS: Record<LooseMailKind, (mailId: string) => Promise<boolean>> = {
  freed: way(findFreedFacts, tellOnce),
  earlier: way(findEarlierFacts, tellEarlier),
  proposed: proposing,
  declined: proposing,
  confirm: way(findConfirmFacts, askToConfirm),
  'sign-in': way(findSignInFacts, letIn),
}

/** Tells what is found of a mail, as it is now. */
function way<Facts>(find: (mailId: string, now: number) => Promise<Facts | null>, tell: (facts: Facts) => Promise<void>) {
  return async (mailId: string): Promise<boolean> => {
    const facts = await find(mailId, now())
    if (facts !== null) await tell(facts)
    return facts !== null
  }
}

/** Whoever was told is forgotten with the mail. */
async function tellOnce(facts: FreedFacts): Promise<void> {
  const stop = stopLinks(facts)
  await deliverTo({ name: '', address: facts.email }, facts, composeFreed(facts, { time: freedLink(facts), stop: stop.page }), stop.hook)
  await forgetWatch(facts.watchId)
}

async function tellEarlier(facts: EarlierFacts): Promise<void> {
  if (facts.earlier.length === 0) return takeBackTelling(facts)
  const stop = stopLinks(facts)
  const earlier = composeEarlier(facts, { ...earlierLinks(facts), stop: stop.page })
  await deliverTo({ name: facts.name, address: facts.email }, facts, earlier, stop.hook)
}

async function tellOfProposal(facts: ProposalFacts): Promise<void> {
  const { kind, proposal, host } = facts
  const { name, email: address } = kind === 'proposed' ? host : proposal
  await deliverTo({ name, address }, facts, composeProposal(facts, proposalLinks(facts)))
}

async function askToConfirm(facts: ConfirmFacts): Promise<void> {
  await deliverTo({ name: facts.name, address: facts.email }, facts, composeConfirm(facts, confirmLink(facts)))
}

/** The key is made as the mail goes out, so it stands nowhere but in the mail. */
async function letIn(facts: SignInFacts): Promise<void> {
  const link = signInLink(await makeMailedKey(facts.email))
  await deliverTo({ name: facts.name, address: facts.email }, facts, composeSignIn(facts, link))
}

async function deliverTo(
  to: CalendarParty, { mailId: id, writtenAt }: { mailId: string; writtenAt: number },
  { subject, text, html, replyTo }: ComposedMail, stopUrl?: string,
): Promise<void> {
  await deliver({ id, writtenAt, from: organizer(), to, replyTo, subject, text, html, calendar: null, stopUrl })
}
