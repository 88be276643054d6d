import { fill } from '#app/i18n/fill.ts'
import { listText } from '#app/i18n/list-text.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText, DAY_MS, dayText, isoDate } from '#app/kernel/time.ts'
import { networkGrade, verdictOf } from '../../check/verdict.ts'
import type { Checked, NetworkFinding } from '../../meeting.ts'

type Texts = Messages['room']['tests']

/** Who reads it, and when (epoch milliseconds). */
type Reader = { timeZone: string; locale: Locale; now: number }

/** `Tjekket i går kl. 14.05: alt klar`: what somebody found before, for the host. */
export function checkedWords({ readiness, at }: Checked, reader: Reader, texts: Texts): string {
  const { faults, untested } = verdictOf(readiness)
  const named = (parts: (keyof Texts['verdict']['parts'])[]) => listText(parts.map((part) => texts.verdict.parts[part]), reader.locale)
  const grade = readiness.network && networkGrade(readiness.network)
  const found = faults.length > 0 ? fill(texts.host.fault, { parts: named(faults) })
    : untested.length > 0 ? fill(texts.host.untested, { parts: named(untested) }) : texts.host.allReady
  const network = readiness.network && (grade === 'slow' || grade === 'detour') ? `. ${networkWords(readiness.network, texts.host)}` : ''
  return fill(texts.host.before, { moment: momentWords(at, reader, texts.host), found }) + network
}

export function networkWords(network: NetworkFinding, texts: Texts['host']): string {
  const grade = networkGrade(network)
  if (grade === 'good' && network.roundTripMs === null) return texts.goodPlain
  return fill(texts[grade], { ms: network.roundTripMs ?? 0 })
}

function momentWords(at: number, { timeZone, locale, now }: Reader, texts: Texts['host']): string {
  const clock = clockText(at, timeZone, locale)
  const date = isoDate(at, timeZone)
  if (date === isoDate(now, timeZone)) return fill(texts.beforeToday, { clock })
  if (date === isoDate(now - DAY_MS, timeZone)) return fill(texts.beforeYesterday, { clock })
  return fill(texts.beforeOn, { day: dayText(at, timeZone, locale), clock })
}
