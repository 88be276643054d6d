import { CAMPAIGN_NAMES, type Campaign } from '../booking.ts'
import { oneLine, readTyped, type TypedBooking } from '../input.ts'

/** What the form may come filled in with. */
const PREFILL_NAMES = ['name', 'email', 'company', 'phone', 'diagnosis', 'message'] as const

const CARRIED_NAMES = [...PREFILL_NAMES, ...CAMPAIGN_NAMES, 'then'] as const

/** What the first address says and every page on the way to the booking hands on. `then`: where to lead on to afterwards. */
export type Carried = Partial<Record<(typeof CARRIED_NAMES)[number], string>>

const LETTERS = { prefill: 254, message: 500, campaign: 100, then: 500 }

/**
 * Reads what an address or a hidden field hands on; nothing of it is stored before somebody books.
 * What is too long is cut, for it stands in addresses; a place to lead on to that is not allowed is left out.
 * @param origins those that may be led on to, such as `https://nordlys.example`.
 */
export function readCarried(query: URLSearchParams, origins: readonly string[]): Carried {
  const carried: Carried = {}
  for (const name of CARRIED_NAMES) {
    const value = query.get(name)
    const kept = value === null ? '' : keptOf(name, value, origins)
    if (kept !== '') carried[name] = kept
  }
  return carried
}

/** The form's fields as the first address fills them in; one's own words beside "something else" it can't. */
export function prefilledBy(carried: Carried): TypedBooking {
  return readTyped((field) => (field === 'diagnosisText' ? '' : carried[field]))
}

/** What is handed on when the form is sent: where the visitor came from and where to lead on to, and nobody's name. */
export function thatStays(carried: Carried): Carried {
  return { ...campaignIn(carried), ...(carried.then === undefined ? {} : { then: carried.then }) }
}

/** As one text, for a hidden field. */
export function carriedText(carried: Carried): string {
  return new URLSearchParams(carried).toString()
}

/** Null for a visitor of whom nothing is known. */
export function campaignIn(carried: Carried): Campaign | null {
  const said = CAMPAIGN_NAMES.flatMap((name) => (carried[name] === undefined ? [] : [[name, carried[name]] as const]))
  return said.length === 0 ? null : Object.fromEntries(said)
}

/** The address to lead on to, when it is one of the web on an origin that is allowed; null otherwise. */
export function allowedReturn(address: string | null | undefined, origins: readonly string[]): { href: string; host: string } | null {
  if (!address || !URL.canParse(address)) return null
  const { protocol, origin, href, host, username, password } = new URL(address)
  const isPlain = (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
  return isPlain && origins.includes(origin) ? { href, host } : null
}

function keptOf(name: (typeof CARRIED_NAMES)[number], value: string, origins: readonly string[]): string {
  if (name === 'then') return value.length <= LETTERS.then ? (allowedReturn(value, origins)?.href ?? '') : ''
  if (name === 'message') return value.slice(0, LETTERS.message)
  const isCampaign = CAMPAIGN_NAMES.some((known) => known === name)
  return oneLine(value).slice(0, isCampaign ? LETTERS.campaign : LETTERS.prefill)
}
