import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { sayBothClocks, sayMoment } from '../words.ts'
import type { ProposeState } from './propose-state.ts'

/** The proposal is on its way: its times in words, on both clocks where they differ. */
export function Sent({ state }: { state: ProposeState }) {
  const { locale, zone, offer: { host, slug }, carried, returnTo } = state
  const { asking: { propose: { sent: texts } }, booking: { booked: { goOn } } } = messages(locale)
  return (
    <div className="details-page stack">
      <h1>{texts.title}</h1>
      <p className="lede">{fill(texts.text, { host })}</p>
      <h2>{texts.times}</h2>
      <ul className="sent-times">
        {state.sent.map((at) => {
          const both = sayBothClocks(at, state)
          return (
            <li key={at}>
              <time dateTime={isoInstant(at)}>{capitalised(sayMoment(at, state))}</time>
              {both && <span className="soft"> {both}</span>}
            </li>
          )
        })}
      </ul>
      <p className="row">
        {returnTo && <LinkButton href={returnTo.href}>{fill(goOn, { site: returnTo.host })}</LinkButton>}
        <LinkButton tone="quiet" href={paths.book(locale, slug, { ...carried, zone })}>{texts.again}</LinkButton>
      </p>
    </div>
  )
}
