import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { ProposalFacts } from '#app/domain/booking/proposal/proposal.ts'
import { languageOf } from '#app/kernel/locale.ts'
import { zoneOffsetMs } from '#app/kernel/time.ts'
import type { Block, Row } from '../../document/document.ts'
import { personRows } from '../blocks.ts'
import { drawMail } from '../finish.ts'
import type { ComposedMail, MailLinks } from '../mail-input.ts'
import { firstName, sayMoment } from '../voice.ts'
import { nextTimes } from './next-times.ts'

export type ProposalLinks = Pick<MailLinks, 'bookNext' | 'timeAt'> & { desk: string }

/** Times that somebody proposes, to the consultant; or the consultant's no, with what is free instead. */
export function composeProposal(facts: ProposalFacts, links: ProposalLinks): ComposedMail {
  return facts.kind === 'proposed' ? toHost(facts, links) : toGuest(facts, links)
}

function toHost(facts: ProposalFacts, links: ProposalLinks): ComposedMail {
  const { host, proposal } = facts
  const { locale } = host
  const { mail, asking: { mail: { proposed: texts, foot } }, common } = messages(locale)
  const guest = fill(mail.guestWithCompany, { name: proposal.name, company: proposal.companyName })
  const times = proposal.starts.length === 1 ? texts.one : fill(texts.count, { count: proposal.starts.length })
  const names = { guest, times, title: facts.title[languageOf(locale)], name: proposal.name, minutes: proposal.durationMinutes }
  const message: Block[] = proposal.message ? [{ kind: 'quote', title: fill(mail.people.message, names), text: proposal.message }] : []
  const items = proposal.starts.map((at) => ({ text: sayMoment(host, at), note: theirClock(facts, at) }))
  const intro = fill(texts.intro, names)
  return drawMail({
    locale, preview: intro, title: fill(texts.title, names), foot: { sender: common.productName, reason: foot.host },
    blocks: [
      { kind: 'text', text: intro },
      { kind: 'list', title: texts.times, items, more: null },
      { kind: 'action', label: texts.action, href: links.desk },
      { kind: 'rows', title: fill(mail.people.meetGuest, names), rows: rowsOf(facts) },
      ...message,
    ],
  }, { subject: fill(texts.subject, names), ics: null, replyTo: { name: proposal.name, address: proposal.email } })
}

function toGuest({ host, proposal, nextStarts }: ProposalFacts, links: ProposalLinks): ComposedMail {
  const { locale, answerText } = proposal
  const { asking: { mail: texts }, common } = messages(locale)
  const names = { name: firstName(proposal.name), host: host.name }
  const intro = fill(texts.declined.intro, names)
  const word: Block[] = answerText ? [{ kind: 'quote', title: fill(texts.word, names), text: answerText }] : []
  return drawMail({
    locale, preview: intro, title: texts.declined.title, foot: { sender: common.productName, reason: fill(texts.foot.guest, names) },
    blocks: [{ kind: 'text', text: intro }, ...word, ...nextTimes(proposal, nextStarts, links)],
  }, { subject: fill(texts.declined.subject, names), ics: null, replyTo: { name: host.name, address: host.email } })
}

function rowsOf({ proposal, host }: ProposalFacts): Row[] {
  const { name, email, companyName, phone, diagnosis, diagnosisText } = proposal
  return personRows({ name, email, companyName, phone }, { diagnosis, diagnosisText }, host.locale)
}

/** What the other one's clock shows then, where it is another. */
function theirClock({ host, proposal }: ProposalFacts, at: number): string | null {
  if (zoneOffsetMs(at, host.timeZone) === zoneOffsetMs(at, proposal.timeZone)) return null
  const { theirs } = messages(host.locale).asking.mail.proposed
  return fill(theirs, { name: proposal.name, when: sayMoment({ locale: host.locale, timeZone: proposal.timeZone }, at) })
}
