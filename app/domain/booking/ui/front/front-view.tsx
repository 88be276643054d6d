import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { placeName } from '#app/i18n/place-name.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { dayText, isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Carried } from '../../address/carried.ts'
import type { SlotDay } from '../times/day-page.ts'
import type { Offer } from '../times/times-state.ts'
import { HOME_ZONE } from '../words.ts'

export type FrontState = {
  /** What the address said that the pages of free times understand. */
  handedOn: Carried & { zone?: string }
  locale: Locale
  zone: string
  host: { name: string; title: string } | null
  offers: Offer[]
  /** The next free times of the first offer. */
  days: SlotDay[]
}

/** The front page: what is offered, by whom, and when. It holds before anybody has set anything up. */
export function FrontView({ state }: { state: FrontState }) {
  const texts = messages(state.locale).site
  return (
    <div className="front">
      <section className="front-open">
        <div className="front-what">
          <h1>{texts.title}</h1>
          <p className="lede">{texts.lede}</p>
          {state.host && (
            <p className="front-host">{fill(texts.host, { name: state.host.name })}<span className="soft">, {state.host.title}</span></p>
          )}
        </div>
        <NextTimes state={state} />
      </section>
      <Question locale={state.locale} />
      <Steps locale={state.locale} />
      {state.offers.length > 0 && <Offers state={state} />}
    </div>
  )
}

function NextTimes({ state: { locale, zone, offers, days, handedOn } }: { state: FrontState }) {
  const texts = messages(locale).site.times
  const [offer] = offers
  if (!offer) return <aside className="front-times"><h2>{texts.title}</h2><p>{texts.notYet}</p></aside>
  const city = zone === HOME_ZONE ? texts.zone : fill(texts.otherZone, { city: placeName(zone, locale) })
  return (
    <aside className="front-times" aria-labelledby="next-times">
      <h2 id="next-times">{texts.title}</h2>
      <p className="soft small">{fill(texts.about, { title: offer.title, minutes: offer.durationMinutes })}. {city}.</p>
      {days.length === 0 && <p>{texts.none}</p>}
      {days.map(({ date, starts }) => (
        <div className="front-day" key={date}>
          <h3>{capitalised(dayText(starts[0] ?? 0, zone, locale))}</h3>
          <ul className="slot-list">
            {starts.map((at) => (
              <li key={at}>
                <a className="slot" href={paths.book(locale, offer.slug, { ...handedOn, at: isoInstant(at) })}>
                  <Time at={at} zone={zone} locale={locale} as="clock" />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {days.length > 0 && <p><LinkButton href={paths.book(locale, offer.slug, handedOn)}>{texts.more}</LinkButton></p>}
    </aside>
  )
}

function Question({ locale }: { locale: Locale }) {
  const { question } = messages(locale).site
  return (
    <section className="front-question">
      <h2>{question.title}</h2>
      <p>{question.text}</p>
      <ul className="front-answers">{question.answers.map((answer) => <li key={answer}>{answer}</li>)}</ul>
    </section>
  )
}

function Steps({ locale }: { locale: Locale }) {
  const { steps } = messages(locale).site
  return (
    <section className="front-steps">
      <h2>{steps.title}</h2>
      <ol className="front-step-list">
        {steps.list.map(({ title, text }) => <li key={title}><h3>{title}</h3><p className="soft">{text}</p></li>)}
      </ol>
    </section>
  )
}

function Offers({ state: { locale, offers, handedOn } }: { state: FrontState }) {
  const texts = messages(locale).site.types
  return (
    <section className="front-offers">
      <h2>{texts.title}</h2>
      <ul className="front-offer-list">
        {offers.map(({ slug, title, summary, durationMinutes: minutes }) => (
          <li key={slug}>
            <h3><a href={paths.book(locale, slug, handedOn)}>{title}</a></h3>
            <p className="soft">{fill(texts.minutes, { minutes })}</p>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
