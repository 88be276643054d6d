import { capitalised } from '#app/i18n/capitalised.ts'
import { messages } from '#app/i18n/messages.ts'
import { Time } from '#app/ui/time.tsx'
import { dayText, isoInstant } from '#app/kernel/time.ts'
import type { SlotDay } from './day-page.ts'
import { sayBothClocks, sayMoment, type Clocks } from '../words.ts'

type SlotDaysProps = {
  days: readonly SlotDay[]
  clocks: Clocks
  markedAt?: number | null
  /** The one that the visitor has reserved. */
  mineAt?: number | null
  /** Those among the days' starts that somebody else is booking right now, and where each leads. */
  reserved?: { starts: readonly number[]; hrefOf: (at: number) => string }
}

/** Free times by day, each a button that sends its instant with the form around it. */
export function SlotDays({ days, clocks, markedAt, mineAt, reserved }: SlotDaysProps) {
  return (
    <ol className="slot-days">
      {days.map(({ date, starts }) => (
        <li className="slot-day" key={date}>
          <h2 id={`day-${date}`}>{capitalised(dayText(starts[0] ?? 0, clocks.zone, clocks.locale))}</h2>
          <ul className="slot-list" aria-labelledby={`day-${date}`}>
            {starts.map((at) => (
              <li key={at}>
                {reserved?.starts.includes(at)
                  ? <ReservedSlot at={at} clocks={clocks} href={reserved.hrefOf(at)} />
                  : <SlotButton at={at} clocks={clocks} isMarked={at === markedAt} isMine={at === mineAt} />}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** The same for a handful of times from different days, each with its day. */
export function NearestTimes({ starts, clocks }: { starts: readonly number[]; clocks: Clocks }) {
  if (starts.length === 0) return null
  return (
    <ul className="nearest-times">
      {starts.map((at) => (
        <li key={at}>
          <button className="slot" name="start" value={isoInstant(at)} data-wide="">
            <time dateTime={isoInstant(at)}>{capitalised(sayMoment(at, clocks))}</time>
          </button>
        </li>
      ))}
    </ul>
  )
}

type SlotButtonProps = { at: number; clocks: Clocks; isMarked: boolean; isMine: boolean }

function SlotButton({ at, clocks, isMarked, isMine }: SlotButtonProps) {
  const { locale, zone } = clocks
  return (
    <button
      className="slot" name="start" value={isoInstant(at)} aria-current={isMarked || isMine || undefined}
      title={sayBothClocks(at, clocks) ?? undefined}
    >
      <Time at={at} zone={zone} locale={locale} as="clock" />
      {isMine && <span className="slot-note"> {messages(locale).reservation.mine.note}</span>}
    </button>
  )
}

/** Not to be had now: it leads to where one can ask to be told. */
function ReservedSlot({ at, clocks, href }: { at: number; clocks: Clocks; href: string }) {
  const { locale, zone } = clocks
  return (
    <a className="slot" data-reserved="" href={href}>
      <Time at={at} zone={zone} locale={locale} as="clock" /> <span className="slot-note">{messages(locale).reservation.barred.note}</span>
    </a>
  )
}
