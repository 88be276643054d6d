import { dayOfDate, zoneClock } from '#app/domain/calendar/zone.ts'
import { isLocale, type Locale } from '#app/kernel/locale.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { isMailAddress } from '../input.ts'
import { readTimes, typedTimesIn, type TimeFault, type TypedTime } from '../proposal/proposal-input.ts'
import { MOST_OFFERED } from './one-off.ts'

export const LINK_FIELDS = ['name', 'email', 'company', 'type', 'locale', 'expires'] as const

export type LinkField = (typeof LINK_FIELDS)[number]

/** Names of sentences in the texts. */
export type LinkFault = 'empty' | 'too-long' | 'bad-email' | 'no-such-choice' | 'not-a-date' | 'past' | 'too-far'

export type TypedLink = Record<LinkField, string> & { rows: TypedTime[] }

/** A kind of meeting in one of its lengths, and how the form names it. */
export type LinkChoice = { value: string; typeId: string; durationMinutes: number }

export type NewOneOff = Pick<LinkChoice, 'typeId' | 'durationMinutes'> & {
  name: string; email: string; companyName: string; locale: Locale; starts: number[]; expiresAt: number
}

export type LinkReading = {
  faults: Partial<Record<LinkField, LinkFault>>
  rowFaults: (TimeFault | null)[]
  /** Null while there are faults. */
  value: NewOneOff | null
}

const MOST_DAYS_OPEN = 366

export function typedLinkIn(form: FormData): TypedLink {
  const text = (name: LinkField) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() : ''
  }
  return {
    name: text('name'), email: text('email'), company: text('company'), type: text('type'), locale: text('locale'), expires: text('expires'),
    rows: typedTimesIn(form, MOST_OFFERED),
  }
}

/**
 * A link for one person. Times and the last day are read on the clock of `timeZone`; the link is open to the end of that day.
 * @param choices the consultant's own kinds of meeting in each of their lengths.
 */
export function readLink(
  typed: TypedLink, { choices, timeZone, now }: { choices: readonly LinkChoice[]; timeZone: string; now: number },
): LinkReading {
  const { name, email, company, type, locale, expires } = typed
  const { starts, faults: rowFaults } = readTimes(typed.rows, { timeZone, now })
  const lastDay = dayOfDate(expires)
  const expiresAt = lastDay === null ? 0 : zoneClock(timeZone).resolve((lastDay + 1) * DAY_MS)
  const faultOfDay = expiresAt <= now ? 'past' : expiresAt - now > MOST_DAYS_OPEN * DAY_MS ? 'too-far' : null
  const choice = choices.find(({ value }) => value === type)
  const found: Record<LinkField, LinkFault | null> = {
    name: faultOfLine(name), company: faultOfLine(company), email: email === '' ? 'empty' : isMailAddress(email) ? null : 'bad-email',
    type: choice ? null : 'no-such-choice', locale: isLocale(locale) ? null : 'no-such-choice',
    expires: lastDay === null ? 'not-a-date' : faultOfDay,
  }
  const faults = Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== null))
  const isGood = Object.keys(faults).length === 0 && rowFaults.every((fault) => fault === null)
  if (!isGood || !choice || !isLocale(locale)) return { faults, rowFaults, value: null }
  const { typeId, durationMinutes } = choice
  const inOrder = starts.sort((one, other) => one - other)
  return { faults, rowFaults, value: { name, email, companyName: company, typeId, durationMinutes, locale, starts: inOrder, expiresAt } }
}

function faultOfLine(text: string): LinkFault | null {
  if (text === '') return 'empty'
  return text.length > 120 ? 'too-long' : null
}
