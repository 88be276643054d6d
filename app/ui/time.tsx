import type { ReactNode } from 'react'
import { clockText, dayText, isoInstant, longDayText } from '#app/kernel/time.ts'
import type { Locale } from '#app/kernel/locale.ts'

type TimeProps = {
  /** Epoch milliseconds. */
  at: number
  zone: string
  locale: Locale
  /** clock: `09.00`. day: `onsdag 25. november`. long-day: with the year. */
  as: 'clock' | 'day' | 'long-day'
  className?: string
}

const WRITERS = { clock: clockText, day: dayText, 'long-day': longDayText } as const

/** An instant in words, with the machine's reading in UTC. */
export function Time({ at, zone, locale, as, className }: TimeProps) {
  return <time className={className} dateTime={isoInstant(at)}>{WRITERS[as](at, zone, locale)}</time>
}

/** Heard by screen readers, seen by nobody. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}
