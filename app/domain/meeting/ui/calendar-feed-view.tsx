import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CopyField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { FEED_DAYS_BACK } from '../calendar-feed/calendar-feed.ts'

const NEWS = ['made', 'renewed', 'closed'] as const

type FeedNews = (typeof NEWS)[number]
type Texts = Messages['desk']['calendarFeed']

/** What a form of this page led back with; null for nothing. */
export function readFeedNews(query: URLSearchParams): FeedNews | null {
  return NEWS.find((news) => query.has(news)) ?? null
}

/** The secret address of the consultant's meetings, or the way to make one. `url` is the https form, secret included. */
export function CalendarFeedView({ url, news, locale }: { url: string | null; news: FeedNews | null; locale: Locale }) {
  const { common, desk: { calendarFeed: texts } } = messages(locale)
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{texts.title}</h1>
        <p className="soft">{texts.lede}</p>
      </header>
      {news && (news === 'closed') === (url === null) && <Notice isNews><p>{texts[news]}</p></Notice>}
      {url === null ? <Make texts={texts} /> : <Address url={url} texts={texts} common={common} />}
      <section className="desk-add" aria-labelledby="how">
        <h2 id="how">{texts.howTitle}</h2>
        <div className="feed-how">{texts.how.map((how) => <Steps key={how.title} {...how} />)}</div>
        <p className="soft">{fill(texts.contents, { days: FEED_DAYS_BACK })}</p>
        <p className="soft">{texts.twice}</p>
      </section>
      {url !== null && <Change texts={texts} />}
    </div>
  )
}

function Make({ texts }: { texts: Texts }) {
  return <form method="post"><Button tone="accent" name="intent" value="made">{texts.make}</Button></form>
}

/** One address in two spellings: `webcal:` is what calendar programs register for. */
function Address({ url, texts, common }: { url: string; texts: Texts; common: Messages['common'] }) {
  const webcal = url.replace(/^https?:/, 'webcal:')
  return (
    <section className="desk-form" aria-labelledby="address">
      <h2 id="address">{texts.addressTitle}</h2>
      <CopyField id="feed-https" label={texts.https} hint={texts.httpsHint} value={url} texts={common} />
      <CopyField id="feed-webcal" label={texts.webcal} hint={texts.webcalHint} value={webcal} texts={common} />
      <p><LinkButton href={webcal} tone="quiet">{texts.subscribe}</LinkButton></p>
    </section>
  )
}

function Steps({ title, steps }: Texts['how'][number]) {
  return (
    <section>
      <h3>{title}</h3>
      <ol>{steps.map((step) => <li key={step}>{step}</li>)}</ol>
    </section>
  )
}

function Change({ texts }: { texts: Texts }) {
  return (
    <section className="desk-add" aria-labelledby="change">
      <h2 id="change">{texts.changeTitle}</h2>
      <p className="soft">{texts.changeText}</p>
      <form method="post" className="feed-change">
        <Button tone="quiet" name="intent" value="renewed">{texts.renew}</Button>
        <Button tone="plain" name="intent" value="closed">{texts.close}</Button>
      </form>
    </section>
  )
}
