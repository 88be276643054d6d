import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { placeName } from '#app/i18n/place-name.ts'
import { Time } from '#app/ui/time.tsx'
import { isClockChanged, sayBothClocks, type Clocks } from '../words.ts'

type ChosenTimeProps = {
  startsAt: number
  endsAt: number
  clocks: Clocks
  now: number
  /** The time can't be had, or the meeting is off. */
  isOff?: boolean
  /** It is what the page is about. */
  isTitle?: boolean
}

/** A time as large as it matters, on both clocks where they differ. */
export function ChosenTime({ startsAt, endsAt, clocks, now, isOff, isTitle }: ChosenTimeProps) {
  const { locale, zone } = clocks
  const texts = messages(locale).booking
  const both = sayBothClocks(startsAt, clocks)
  const Heading = isTitle ? 'h1' : 'p'
  return (
    <div className="chosen-time" data-off={isOff || undefined}>
      <Heading className="chosen-when">
        <Time at={startsAt} zone={zone} locale={locale} as="long-day" className="chosen-day" />{' '}
        <span className="chosen-clock">
          <Time at={startsAt} zone={zone} locale={locale} as="clock" />–<Time at={endsAt} zone={zone} locale={locale} as="clock" />
        </span>
      </Heading>
      <p className="soft">{both ? `${both}.` : fill(texts.booked.zone, { city: placeName(zone, locale) })}</p>
      {isClockChanged(now, startsAt, zone) && <p className="soft">{texts.zone.clocksChange}</p>}
    </div>
  )
}
