import { messages } from '#app/i18n/messages.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'
import type { SummaryView } from '../../summary/summary-view.ts'

/** When both meet next, or the way to agree on it. */
export function NextSection({ view: { next, links, locale, timeZone } }: { view: SummaryView }) {
  const { after: { summary: texts }, room } = messages(locale)
  if (!next) return <p className="summary-next"><LinkButton href={links.bookNext}>{texts.book}</LinkButton></p>
  return (
    <section aria-labelledby="next-meeting">
      <h2 id="next-meeting">{next.isPending ? room.nextMeeting.pending : texts.next}</h2>
      <p className="next-when">
        <Time at={next.startsAt} zone={timeZone} locale={locale} as="long-day" />, <Time at={next.startsAt} zone={timeZone} locale={locale} as="clock" />–
        <Time at={next.endsAt} zone={timeZone} locale={locale} as="clock" />
      </p>
      <p className="soft">{next.isPending ? room.nextMeeting.pendingText : texts.carried}</p>
    </section>
  )
}

/** The same as files, and on paper. */
export function TakeAway({ view: { links, locale } }: { view: SummaryView }) {
  const { after: { summary: texts } } = messages(locale)
  return (
    <section aria-labelledby="take-away" className="summary-take">
      <h2 id="take-away">{texts.take}</h2>
      <p className="row">
        <LinkButton tone="quiet" href={links.markdown} download="">{texts.markdown}</LinkButton>
        <LinkButton tone="quiet" href={links.json} download="">{texts.json}</LinkButton>
      </p>
      <p className="soft small">{texts.print}</p>
    </section>
  )
}
