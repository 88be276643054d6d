/** So many reminders at most. */
const MOST_LEADS = 4
const LEAST_MINUTES = 5
const MOST_MINUTES = 30 * 1440

/** What follows a number, in both languages; nothing means minutes. */
const UNITS: [RegExp, number][] = [
  [/^(m|min|minut|minutter|minutes?)?\.?$/, 1],
  [/^(t|time|timer|h|hours?)\.?$/, 60],
  [/^(d|døgn|dag|dage|days?)\.?$/, 1440],
]

/**
 * Reads `24 t, 1 t, 15 min.` or `2 days, 90` as minutes, the longest first.
 * @returns null for what can't be read, lies outside 5 minutes to 30 days, or is more than four.
 */
export function readLeads(text: string): number[] | null {
  const said = text.split(/[,;\n]/).map((part) => part.trim().toLowerCase()).filter(Boolean)
  const minutes = said.map(readLead)
  if (!minutes.every((lead) => lead !== null && lead >= LEAST_MINUTES && lead <= MOST_MINUTES)) return null
  const leads = [...new Set(minutes)].filter((lead) => lead !== null).sort((one, other) => other - one)
  return leads.length > MOST_LEADS ? null : leads
}

/** The same in the words of `texts`; a day is said as 24 hours, for it is counted so. */
export function writeLeads(leads: readonly number[], texts: { days: string; hours: string; minutes: string }): string {
  const say = (pattern: string, count: number) => pattern.replace('{count}', String(count))
  return leads.map((lead) => {
    if (lead > 1440 && lead % 1440 === 0) return say(texts.days, lead / 1440)
    return lead % 60 === 0 ? say(texts.hours, lead / 60) : say(texts.minutes, lead)
  }).join(', ')
}

function readLead(text: string): number | null {
  const [, count, unit = ''] = /^(\d{1,5})\s*(\D*)$/.exec(text) ?? []
  const known = UNITS.find(([words]) => words.test(unit.trim()))
  return count === undefined || !known ? null : Number(count) * known[1]
}
