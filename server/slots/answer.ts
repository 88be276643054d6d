import { explainInstant, type Ruling } from '#app/domain/calendar/explain.ts'
import { openSlots } from '#app/domain/calendar/slot.ts'
import type { SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { rulingText } from '#app/i18n/ruling-text.ts'
import { isoInstant } from '#app/kernel/time.ts'

/** `{"slots":[{"start","end","hosts"}]}` on one line, instants in UTC. */
export function slotsAnswer(rules: SlotRules): string {
  const slots = openSlots(rules).map(({ startsAt, endsAt, hostIds }) =>
    ({ start: isoInstant(startsAt), end: isoInstant(endsAt), hosts: hostIds }))
  return JSON.stringify({ slots })
}

/** What every rule says about one instant, on one line. Clocks are the host's, or the first host's where the rule is shared. */
export function explainAnswer(rules: SlotRules, at: number): string {
  const rulings = explainInstant(rules, at)
  return JSON.stringify({
    at: isoInstant(at),
    isSlot: rulings.every(({ refuses }) => !refuses),
    rulings: rulings.map((ruling) => rulingAnswer(ruling, rules)),
  })
}

function rulingAnswer(ruling: Ruling, { hosts }: SlotRules) {
  const host = hosts.find(({ id }) => id === ruling.hostId) ?? hosts[0]
  const timeZone = host?.timeZone ?? 'UTC'
  return {
    rule: ruling.rule,
    host: ruling.hostId,
    refuses: ruling.refuses,
    isMet: ruling.isMet,
    da: rulingText(ruling, 'da', timeZone),
    en: rulingText(ruling, 'en', timeZone),
    timeZone,
  }
}
