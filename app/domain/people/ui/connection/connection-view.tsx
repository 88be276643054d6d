import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText, dayText } from '#app/kernel/time.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { TestedPart } from '#app/platform/livekit/connection-parts.ts'

export type ConnectionViewProps = {
  locale: Locale
  timeZone: string
  tested: { at: number; parts: TestedPart[] } | null
  /** What the media server reports, and where it has to: `lastAt` in epoch milliseconds, null while nothing ever came. */
  reports: { lastAt: number | null; hook: string }
  /** Minutes until it may be asked again; null when it was not asked too often. */
  tooManyMinutes: number | null
}

const WORKING: TestedPart['state'][] = ['open', 'listening']

/** Whether the media server can be reached in each of its ways, and what to do about those that are closed. */
export function ConnectionView({ locale, timeZone, tested, reports, tooManyMinutes }: ConnectionViewProps) {
  const { connection: texts } = messages(locale)
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{texts.title}</h1>
        <p className="lede">{texts.lede}</p>
      </header>
      <form method="post" className="mail-check">
        {tested && <TestedWord tested={tested} locale={locale} timeZone={timeZone} />}
        {tooManyMinutes !== null && <Notice tone="danger" isNews><p>{fill(texts.tooMany, { minutes: tooManyMinutes })}</p></Notice>}
        <Button>{texts.check}</Button>
        <p className="soft small">{texts.checkHint}</p>
      </form>
      {tested?.parts.map((part) => <PartCard key={part.part} tested={part} texts={texts} />)}
      <LastReport {...{ locale, timeZone, reports }} />
      <p className="soft">{texts.own}</p>
    </div>
  )
}

/** Whether the media server reports at all, known without a test. */
function LastReport({ locale, timeZone, reports: { lastAt, hook } }: Pick<ConnectionViewProps, 'locale' | 'timeZone' | 'reports'>) {
  const { reports } = messages(locale).connection
  if (lastAt === null) return <Notice tone="caution"><p>{reports.never} {fill(reports.remedy, { address: hook })}</p></Notice>
  const when = { day: dayText(lastAt, timeZone, locale), clock: clockText(lastAt, timeZone, locale) }
  return <p>{fill(reports.last, when)}</p>
}

function TestedWord({ tested: { at, parts }, locale, timeZone }: Pick<ConnectionViewProps, 'locale' | 'timeZone'> & { tested: NonNullable<ConnectionViewProps['tested']> }) {
  const asked = parts.filter(({ state }) => state !== 'not-set' && state !== 'elsewhere')
  const open = asked.filter(({ state }) => WORKING.includes(state)).length
  const words = fill(messages(locale).connection.checked, { clock: clockText(at, timeZone, locale), open, all: asked.length })
  return <Notice isNews tone={open === asked.length ? undefined : 'caution'}><p>{words}</p></Notice>
}

/** The look of each finding is that of the records of mail. */
const LOOKS = { open: 'right', listening: 'right', shut: 'missing', certificate: 'differs', 'not-set': 'undecided', elsewhere: 'undecided' } as const

function PartCard({ tested, texts }: { tested: TestedPart; texts: Messages['connection'] }) {
  const { part, state, address } = tested
  const advice = adviceOn(tested, texts)
  return (
    <section className="mail-record" aria-labelledby={part} data-state={LOOKS[state]}>
      <h2 id={part}>{texts.parts[part].title}</h2>
      <div className="mail-found">
        <p className="mail-state">{texts.states[state]}</p>
        {advice && <p>{advice}</p>}
        {address && <p className="soft small">{fill(texts.address, { address })}</p>}
      </div>
      <p>{texts.parts[part].text}</p>
    </section>
  )
}

function adviceOn({ part, state, address, note }: TestedPart, texts: Messages['connection']): string | null {
  switch (state) {
    case 'open': return null
    case 'listening': return fill(texts.listening, { address: address ?? '' })
    case 'shut': return fill(part === 'reports' ? texts.reports.remedy : texts.remedies[part], { address: address ?? '' })
    case 'certificate': return fill(texts.certificate, { note: note ?? '' })
    case 'not-set': return texts.notSet
    case 'elsewhere': return texts.elsewhere
  }
}
