import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { ChangeFault } from '#app/domain/agenda/input.ts'
import type { FileRefusal, PreparedFile } from '#app/domain/agenda/prepare/prepared-file.ts'
import type { MeetingState } from '#app/domain/meeting/meeting.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Standing } from '../../approval/approval.ts'
import type { ColleagueFaults, ColleagueRefusal, TypedColleague } from '../../colleagues/colleague.ts'
import type { Diagnosis } from '../../diagnosis.ts'

/** Minutes until it may be tried again, for too-many alone. */
export type ColleagueProblem = { kind: Exclude<ColleagueRefusal, 'no-such-booking'> | 'too-many'; minutes: number }

/** What a guest prepares on their own page, whether they booked or came along. */
export type GuestPrepare = {
  locale: Locale
  seatId: string
  /** That page, to which its forms post wherever they are shown. */
  pageHref: string
  /** The one who booked. */
  isBooker: boolean
  state: MeetingState
  isChangeable: boolean
  /** What is to be talked about, and nothing of what comes of it; null for whoever was sent away, who gets no files either. */
  agenda: Pick<Agenda, 'items'> | null
  files: PreparedFile[]
  fileFault: FileRefusal | null
  /** Of the point or question that comes next, made anew for each look, so that a double click adds one. */
  itemId: string
  agendaFault: ChangeFault | null
  typedPoint: { title: string; minutes: string }
  /** A question that could not be asked. */
  typedQuestion: { itemId: string; text: string } | null
}

/** Everything that a booking's own page shows. Instants are epoch milliseconds. */
export type BookedState = GuestPrepare & {
  zone: string
  hostZone: string
  now: number
  title: string
  typeSlug: string
  host: string
  hostTitle: string
  email: string
  isMoved: boolean
  /** Where it stands with the consultant's answer; null for a booking that needed none or was agreed on. */
  approval: Exclude<Standing, 'approved'> | null
  answerBy: number | null
  answerText: string | null
  startsAt: number
  endsAt: number
  diagnosis: Diagnosis
  roomHref: string
  /** Where camera, sound and network are checked in good time. */
  checkHref: string
  /** Where the visitor came from and may be led on to. */
  returnTo: { href: string; host: string } | null
  calendars: { google: string; outlook: string; file: string }
  /** Whom the one who booked brings along. */
  colleagues: { seatId: string; name: string; email: string }[]
  /** What was wrong with the last that was written about a colleague; null when nothing was. */
  colleagueForm: { typed: TypedColleague; faults: ColleagueFaults; problem: ColleagueProblem | null } | null
  /** Are they told when an earlier time frees? */
  isWaiting: boolean
  refused: 'not-changeable' | null
}

/** What becomes of a meeting that a consultant has to say yes to. */
export type AskedScene = 'asked' | 'refused' | 'lapsed' | 'withdrawn'

export type BookedScene = AskedScene | 'scheduled' | 'moved' | 'live' | 'ended' | 'cancelled' | 'over'

/** What the page says first. */
export function sceneOf(booked: Pick<BookedState, 'state' | 'isMoved' | 'endsAt' | 'now' | 'approval'>): BookedScene {
  const { state, isMoved, endsAt, now, approval } = booked
  if (approval !== null) return approval === 'pending' ? 'asked' : approval
  if (state === 'open' || state === 'live') return 'live'
  if (state === 'ended' || state === 'cancelled') return state
  if (now > endsAt) return 'over'
  return isMoved ? 'moved' : 'scheduled'
}

export function isAskedScene(scene: BookedScene): scene is AskedScene {
  return scene === 'asked' || scene === 'refused' || scene === 'lapsed' || scene === 'withdrawn'
}
