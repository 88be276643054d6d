import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { clockText, dayText, isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { sayWhoseClock } from '../ui/words.ts'
import type { TimesState } from '../ui/times/times-state.ts'

export type OfferedTimes = Pick<TimesState, 'locale' | 'zone' | 'offer' | 'page' | 'origin'>

/** The free times for a program: each with the address of the page on which a person takes it. Instants are in UTC. */
export function timesAsJson(view: OfferedTimes): string {
  const { offer, page, locale, zone } = view
  const { slug: type, title, summary, host, durationMinutes } = offer
  const slots = page.days.flatMap((day) => day.starts).map((at) => ({
    start: isoInstant(at), end: isoInstant(at + durationMinutes * MINUTE_MS), page: pageOf(view, at),
  }))
  const linked = { later: pageFrom(view, page.laterFrom), earlier: pageFrom(view, page.earlierFrom) }
  return `${JSON.stringify({ type, title, summary, host, language: locale, durationMinutes, timeZone: zone, slots, ...linked }, null, 2)}\n`
}

/** The same in Markdown (RFC 7763), for whoever reads it to somebody. */
export function timesAsMarkdown(view: OfferedTimes): string {
  const { offer, page, locale, zone } = view
  const { times, pageTitle } = messages(locale).booking
  const title = fill(pageTitle, { title: offer.title, host: offer.host })
  const days = page.days.map(({ starts }) => [
    `## ${dayText(starts[0] ?? 0, zone, locale)}`,
    starts.map((at) => `- [${clockText(at, zone, locale)}](${pageOf(view, at)}) (${isoInstant(at)})`).join('\n'),
  ].join('\n\n'))
  const later = pageFrom(view, page.laterFrom)
  const foot = later ? [`[${times.later}](${later})`] : []
  return `${[`# ${title}`, offer.summary, fill(times.factsSoon, { minutes: offer.durationMinutes }), sayWhoseClock(zone, locale), ...days, ...foot].join('\n\n')}\n`
}

function pageOf({ origin, locale, offer, zone }: OfferedTimes, at: number): string {
  return origin + paths.book(locale, offer.slug, { at: isoInstant(at), zone })
}

function pageFrom({ origin, locale, offer, zone }: OfferedTimes, from: string | null): string | null {
  return from === null ? null : origin + paths.book(locale, offer.slug, { from, zone })
}
