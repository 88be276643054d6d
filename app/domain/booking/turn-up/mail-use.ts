import { isChangeable, isExpected, mayBeMailed } from '#app/domain/meeting/meeting.ts'
import { isCodeGood } from '#app/domain/meeting/door/device.ts'
import { isMissed } from '#app/domain/meeting/reminders/reminder.ts'
import { isHostThere, isWaitingNow } from '#app/domain/meeting/room-data.ts'
import { hasCome } from '#app/domain/meeting/turn-up/turn-up.ts'
import { isoDate } from '#app/kernel/time.ts'
import type { MailFacts } from '../mail-facts.ts'

/** good: send it. overtaken: what it says is no longer so. late: it could not go out while it was of use. */
export type MailUse = 'good' | 'overtaken' | 'late'

/** Mails about an agreement are always good; those about this moment only while it lasts. */
export function decideUse(facts: MailFacts, now: number): MailUse {
  const { kind, current, version, recipient, seats } = facts
  if (!mayBeMailed(kind, recipient)) return 'overtaken'
  const isSameTime = current.startsAt === version.startsAt && seats.some(({ id }) => id === recipient.id)
  if (kind === 'reminder') {
    if (!isSameTime || !isExpected(current) || hasCome(recipient)) return 'overtaken'
    return now < current.startsAt ? 'good' : 'late'
  }
  if (kind === 'missing') return isSameTime && isMissed({ meeting: current, seats }, now) ? 'good' : 'overtaken'
  if (kind === 'waiting') return !isHostThere(seats, now) && seats.some((seat) => isWaitingNow(seat, now)) ? 'good' : 'overtaken'
  if (kind === 'agenda-changed') return isChangeable(current, now) ? 'good' : 'overtaken'
  if (kind === 'door-code') return isCodeGood({ askedAt: version.code?.askedAt ?? null, tries: 0 }, now) ? 'good' : 'late'
  if (kind === 'step-due') return stepUse(facts, now)
  return 'good'
}

/** While nobody has done it: one with a date on the day that it was brought up, one without whenever the mail gets out. */
function stepUse({ agenda, version, doneSteps, recipient }: MailFacts, now: number): MailUse {
  const step = agenda.entries.find(({ id }) => id === version.stepId)
  if (!step || doneSteps?.includes(step.id) ) return 'overtaken'
  const today = isoDate(now, recipient.timeZone)
  if (step.due > today) return 'overtaken'
  return step.due === '' || (version.stepDay ?? step.due) === today ? 'good' : 'late'
}
