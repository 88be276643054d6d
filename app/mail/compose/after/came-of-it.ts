import { outcomeOf } from '#app/domain/agenda/polls/poll.ts'
import { pollGroups } from '#app/domain/agenda/summary/lines.ts'
import { sayAnswers, sayPollState } from '#app/domain/agenda/summary/poll-words.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import type { Block, Item } from '../../document/document.ts'
import { whenBlock } from '../voice.ts'

/** When both meet next; nothing while it is not agreed on. */
export function nextSection(facts: MailFacts): Block[] {
  if (!facts.next) return []
  return [whenBlock(facts, facts.next, { label: messages(facts.recipient.locale).after.mail.next })]
}

/** What was asked and what came of it, point by point; in numbers, without who gave which answer. */
export function pollItems({ agenda, recipient: { id: seatId, locale } }: MailFacts): Item[] {
  const polls = (agenda.polls ?? []).map((poll) => outcomeOf(poll, { seatId, isOver: true }))
  return pollGroups({ agenda, polls }).flatMap(({ title, polls: asked }) => asked.map((poll) => ({
    text: poll.question, note: [title, sayPollState(poll, locale)].filter(Boolean).join(' · '), parts: sayAnswers(poll, locale),
  })))
}

/** Planned and used minutes of each point; nothing when none was ever current. */
export function timesSection({ agenda: { items }, recipient }: MailFacts): Block[] {
  if (items.every(({ spentMs }) => spentMs === 0)) return []
  const { after: { mail: { times } }, room: { summary } } = messages(recipient.locale)
  const noteOf = (planned: number, spentMs: number) => capitalised(fill(times, { planned, used: Math.round(spentMs / MINUTE_MS) }))
  return [{
    kind: 'list', title: summary.times, more: null,
    items: items.map(({ title, minutes, spentMs }) => ({ text: title, note: noteOf(minutes, spentMs) })),
  }]
}
