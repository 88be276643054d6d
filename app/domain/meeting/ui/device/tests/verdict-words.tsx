import { fill } from '#app/i18n/fill.ts'
import { listText } from '#app/i18n/list-text.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { verdictOf, type CheckPart } from '../../../check/verdict.ts'
import type { Readiness } from '../../../meeting.ts'

type VerdictWordsProps = { readiness: Readiness; hostName: string; isHost: boolean; locale: Locale; texts: Messages['room']['tests']['verdict'] }

/** One sentence over the whole check: all is ready, or what isn't and what to do. */
export function VerdictWords({ readiness, hostName, isHost, locale, texts }: VerdictWordsProps) {
  const { faults, untested } = verdictOf(readiness)
  const named = (parts: CheckPart[]) => listText(parts.map((part) => texts.parts[part]), locale)
  if (faults.length > 0) {
    return (
      <Notice tone="caution" title={fill(texts.faults, { parts: named(faults) })} isNews>
        {!isHost && <p>{fill(texts.faultsHelp, { name: hostName })}</p>}
      </Notice>
    )
  }
  if (untested.length > 0) return <p role="status">{fill(texts.almost, { parts: named(untested) })}</p>
  return (
    <p className="test-verdict" role="status">
      <Icon name="check" /> <span>{texts.ready}{!isHost && ` ${fill(texts.readyFor, { name: hostName })}`}</span>
    </p>
  )
}
