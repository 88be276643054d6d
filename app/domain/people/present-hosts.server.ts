import { listText } from '#app/i18n/list-text.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Consultant } from './consultant.ts'

/** Who guests meet, as one: whoever leads answers the phone and has the clock, and the names of all stand in a sentence. */
export function presentHosts([lead, ...others]: readonly [Consultant, ...Consultant[]], locale: Locale): Consultant {
  if (others.length === 0) return lead
  return { ...lead, name: listText([lead.name, ...others.map(({ name }) => name)], locale), title: '' }
}
