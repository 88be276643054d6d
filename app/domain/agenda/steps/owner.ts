import type { Seat } from '../../meeting/seat.ts'

type Somebody = Pick<Seat, 'id' | 'role' | 'name' | 'companyName' | 'personId'>

/**
 * Whom a next step is for, as far as the words beside it tell: a name in full, else a first name, else a company.
 * Where they don't, both sides: who leads the meeting, and the one who booked it.
 * @param seats everybody of the meeting, who leads it first.
 */
export function ownersOf<Known extends Somebody>(owner: string, seats: readonly Known[]): Known[] {
  const readings: ((seat: Known) => boolean)[] = [
    ({ name }) => names(owner, name),
    ({ name }) => names(owner, firstNameOf(name)),
    ({ role, companyName, personId }) => role === 'guest' && personId !== null && companyName !== null && names(owner, companyName),
  ]
  for (const isMeant of readings) {
    const meant = seats.filter(isMeant)
    if (meant.length > 0) return meant
  }
  const booker = seats.find(({ role, personId }) => role === 'guest' && personId !== null) ?? seats.find(({ role }) => role === 'guest')
  return [seats.find(({ role }) => role === 'host'), booker].flatMap((seat) => seat ?? [])
}

/** Does the text have these words, whole and in this order? `Mette` is not in `Mettes`, but in `Mette/Søren`. */
function names(text: string, wanted: string): boolean {
  const words = wordsOf(wanted)
  return words !== '' && ` ${wordsOf(text)} `.includes(` ${words} `)
}

function wordsOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? ''
}
