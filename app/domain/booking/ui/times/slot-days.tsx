import { capitalised } from '#app/i18n/capitalised.ts'
import { Time } from '#app/ui/time.tsx'
import { dayText, isoInstant } from '#app/kernel/time.ts'
import type { SlotDay } from './day-page.ts'
import { sayBothClocks, sayMoment, type Clocks } from '../words.ts'

/** Free times by day, each a button that sends its instant with the form around it. */
export function SlotDays({ days, clocks, markedAt }: { days: readonly SlotDay[]; clocks: Clocks; markedAt?: number | null }) {
  return (
    <ol className="slot-days">
      {days.map(({ date, starts }) => (
        <li className="slot-day" key={date}>
          <h2 id={`day-${date}`}>{capitalised(dayText(starts[0] ?? 0, clocks.zone, clocks.locale))}</h2>
          <ul className="slot-list" aria-labelledby={`day-${date}`}>
            {starts.map((at) => (
              <li key={at}><SlotButton at={at} clocks={clocks} isMarked={at === markedAt} /></li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** The same for a handful of times from different days, each with its day. */
export function NearestTimes({ starts, clocks }: { starts: readonly number[]; clocks: Clocks }) {
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

function SlotButton({ at, clocks, isMarked }: { at: number; clocks: Clocks; isMarked: boolean }) {
  return (
    <button className="slot" name="start" value={isoInstant(at)} aria-current={isMarked || undefined} title={sayBothClocks(at, clocks) ?? undefined}>
      <Time at={at} zone={clocks.zone} locale={clocks.locale} as="clock" />
    </button>
  )
}
