import { isLocale, type Locale } from '#app/kernel/locale.ts'
import { isTimeZone } from '#app/kernel/time.ts'
import { isMailAddress, oneLine } from '../input.ts'

/** So many people can be brought along to one meeting. */
export const MOST_COLLEAGUES = 5

export const COLLEAGUE_NAME_LENGTH = 120

/** What was written about somebody who shall come along, as it was typed. */
export type TypedColleague = { name: string; email: string; timeZone: string; locale: string }

export type NewColleague = { name: string; email: string; timeZone: string; locale: Locale }

export type ColleagueFault = 'nameMissing' | 'tooLong' | 'emailMissing' | 'emailBroken'

export type ColleagueFaults = { name?: ColleagueFault; email?: ColleagueFault }

/**
 * already-there: has a seat. is-you: the one who booked. is-host: the consultant.
 * declined: asked not to be brought along to this meeting. full: as many come as may.
 */
export type ColleagueRefusal = 'already-there' | 'is-you' | 'is-host' | 'declined' | 'full' | 'not-changeable' | 'no-such-booking'

export type ColleagueForm = { typed: TypedColleague; faults: ColleagueFaults; colleague: NewColleague | null }

/** Reads the form; a zone or a language that was left out, or is none, is that of the one who books. */
export function readColleagueForm(form: FormData, fallback: { timeZone: string; locale: Locale }): ColleagueForm {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? oneLine(value) : ''
  }
  const typed = { name: text('name'), email: text('email'), timeZone: text('timeZone'), locale: text('locale') }
  const faults = faultsOf(typed)
  const timeZone = isTimeZone(typed.timeZone) ? typed.timeZone : fallback.timeZone
  const locale = isLocale(typed.locale) ? typed.locale : fallback.locale
  const isWhole = faults.name === undefined && faults.email === undefined
  return { typed, faults, colleague: isWhole ? { name: typed.name, email: typed.email, timeZone, locale } : null }
}

function faultsOf({ name, email }: TypedColleague): ColleagueFaults {
  const faults: ColleagueFaults = {}
  if (name === '') faults.name = 'nameMissing'
  else if (name.length > COLLEAGUE_NAME_LENGTH) faults.name = 'tooLong'
  if (email === '') faults.email = 'emailMissing'
  else if (!isMailAddress(email)) faults.email = 'emailBroken'
  return faults
}

/** Who was brought along, in that order. */
export function colleaguesIn<Guest extends { id: string; role: 'host' | 'guest' }>(seats: readonly Guest[], bookerSeatId: string): Guest[] {
  return seats.filter((seat) => seat.role === 'guest' && seat.id !== bookerSeatId)
}
