import type { Locale } from '#app/kernel/locale.ts'
import type { DayPage } from './day-page.ts'
import type { MonthPage } from './month.ts'

/** What a page needs to know of the meeting that is being booked. */
export type Offer = {
  slug: string
  title: string
  summary: string
  durationMinutes: number
  /** Every length to choose from, the shortest first; none where there is no choice. */
  lengths: { minutes: number; slug: string }[]
  noticeMinutes: number
  /** The consultant says yes or no to each booking. */
  needsApproval: boolean
  host: string
  hostTitle: string
}

/** A time that the visitor has reserved. Instants are epoch milliseconds. */
export type Mine = { at: number; until: number }

/**
 * The time that the visitor came for or asked for. free: may be chosen. mine: reserved by this visitor.
 * barred: somebody else is booking it, or one so near that both don't fit. gone: anything else.
 */
export type MarkedTime = { at: number; state: 'free' | 'mine' | 'barred' | 'gone'; nearest: number[] }

/** Why a time that is free can't be reserved: too much is reserved already, or tried. */
export type ReserveProblem = { kind: 'address-full' | 'day-full' | 'too-many'; at: number; nearest: number[]; minutes: number }

/** Asking to be told: what was typed, and what is wrong with it. `isKept`: the mail will come. */
export type WatchState = { typed: string; fault: 'emailBroken' | 'tooManyWatched' | null; isKept: boolean }

/** Everything that the page of free times shows. Instants are epoch milliseconds. */
export type TimesState = {
  locale: Locale
  zone: string
  hostZone: string
  now: number
  /** Address of the site, for links that leave it. */
  origin: string
  offer: Offer
  /** Free times by day, with those among them that somebody is booking right now. */
  page: DayPage
  /** The month whose chosen day the page holds; null when days are listed. */
  month: MonthPage | null
  reserved: number[]
  mine: Mine | null
  marked: MarkedTime | null
  problem: ReserveProblem | null
  watch: WatchState
  /** Is the page drawn for one visitor, so that nobody else may get it? */
  isPersonal: boolean
  /** Was something sent, or is this a look? */
  isAnswer: boolean
}
