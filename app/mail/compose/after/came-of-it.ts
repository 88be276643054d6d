import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import type { Block } from '../../document/document.ts'
import { whenBlock } from '../voice.ts'

/** When both meet next; nothing while it is not agreed on. */
export function nextSection(facts: MailFacts): Block[] {
  if (!facts.next) return []
  return [whenBlock(facts, facts.next, { label: messages(facts.recipient.locale).after.mail.next })]
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
