import { DAY_MS, isoDate, MINUTE_MS } from '#app/kernel/time.ts'
import { explainInstant } from '../explain.ts'
import { parseClock } from '../hours-input.ts'
import { findMeetingTypeById, readSlotRules } from '../queries.server.ts'
import { listOwnTypes, listPossibleHosts } from '../types/type-commands.server.ts'
import type { HostRules } from '../slot-rules.ts'
import { dayOfDate, zoneClock } from '../zone.ts'
import { listCandidates, type Why } from './explain-day.ts'
import type { Typed } from './rule-input.ts'

/**
 * Explains a day of one of the host's kinds of meeting, and one moment of it when a time is given.
 * @param asked `type` is an id, `date` like `2027-03-28`, `time` as people type it; what is missing is the first type, and today.
 */
export async function readWhy(host: { id: string; timeZone: string }, asked: Typed, now: number): Promise<Why> {
  const types = await listOwnTypes(host.id)
  const chosen = types.find(({ id }) => id === asked.type) ?? types[0]
  const typed = { type: chosen?.id ?? '', date: asked.date || isoDate(now, host.timeZone), time: asked.time ?? '' }
  const [day, minute] = [dayOfDate(typed.date), typed.time === '' ? null : parseClock(typed.time)]
  const faults: Why['faults'] = {
    ...(day === null && { date: 'not-a-date' as const }), ...(typed.time !== '' && minute === null && { time: 'not-a-time' as const }),
  }
  const nothing: Why = {
    typed, faults, types, zone: host.timeZone, hostNames: {}, isActive: chosen?.isActive ?? true, candidates: [], moment: null,
  }
  const type = chosen && day !== null ? await findMeetingTypeById(chosen.id) : null
  if (!type || day === null) return nothing
  const { resolve } = zoneClock(host.timeZone)
  const midnight = day * DAY_MS
  const read = await readSlotRules({ type, now, from: resolve(midnight), to: resolve(midnight + DAY_MS) })
  const rules = { ...read, hosts: read.hosts.map((one) => (one.id === host.id ? one : withoutNotes(one))) }
  const candidates = listCandidates(rules)
  // A day without any start is explained by its noon.
  const asksNoon = typed.time === '' && candidates.length === 0
  const at = minute === null && !asksNoon ? null : resolve(midnight + (minute ?? DAY_MS / MINUTE_MS / 2) * MINUTE_MS)
  const names = rules.hosts.length > 1 ? await listPossibleHosts() : []
  return {
    ...nothing,
    hostNames: Object.fromEntries(names.map(({ id, name }) => [id, name])),
    candidates,
    moment: at === null ? null : { at, rulings: explainInstant(rules, at).filter(({ rule }) => rule !== 'range') },
  }
}

/** What a colleague wrote beside a day off or a blocked time is the colleague's alone. */
function withoutNotes(host: HostRules): HostRules {
  return {
    ...host, busy: host.busy.map((one) => ({ ...one, title: null })), timeOff: host.timeOff?.map((one) => ({ ...one, note: null })),
  }
}
