import { SaidList } from '#app/domain/meeting/ui/chat/said-list.tsx'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { CounterRefusal } from '../../replies/reply.ts'
import type { MeetingSheet } from '../../desk/desk.ts'
import { AnswerMeeting, isUnmet, sayState, type AnswerRefusal } from './asked/answer-meeting.tsx'
import { Prepare } from '../prepare/prepare-view.tsx'
import { CancelMeeting } from './cancel-meeting.tsx'
import { Consents } from './consents.tsx'
import { PlannedTime, Written } from './meeting-agenda.tsx'
import { Answers, CameFrom, GuestFacts, GuestLinks } from './meeting-guests.tsx'
import { Attendance } from './door/attendance.tsx'
import { Mails } from './mails/mails.tsx'
import type { Unsent } from './mails/send-again.tsx'
import { Counters } from './replies/counters.tsx'
import { TurnUps } from './turn-up.tsx'
import { guestsText, type Reader } from './words.ts'

export type MeetingViewProps = {
  sheet: MeetingSheet
  reader: Reader
  /** The meeting could not be cancelled when it was asked for. */
  isRefused?: boolean
  /** Why the answer could not be given. */
  unanswered?: AnswerRefusal | null
  /** Why the meeting could not be moved to the time that a calendar proposes. */
  unmoved?: Exclude<CounterRefusal, 'no-such-counter'> | null
  /** What was typed beside a no. */
  typed?: string
  /** A mail that could not be sent again. */
  unsent?: Unsent | null
}

/** One meeting as the consultant knows it. */
export function MeetingView({ sheet, reader, isRefused, unanswered = null, unmoved = null, typed = '', unsent = null }: MeetingViewProps) {
  const { meeting: texts } = messages(reader.locale).desk
  return (
    <div className="desk">
      <MeetingHead sheet={sheet} reader={reader} />
      {unanswered && <Notice tone="danger" isNews><p>{messages(reader.locale).asking.desk.refusals[unanswered]}</p></Notice>}
      <AnswerMeeting sheet={sheet} reader={reader} typed={typed} />
      {unmoved && <Notice tone="danger" isNews><p>{messages(reader.locale).replies.desk.counter.refusals[unmoved]}</p></Notice>}
      <Counters counters={sheet.counters} startsAt={sheet.meeting.startsAt} reader={reader} />
      {isRefused && <Notice tone="danger" isNews><p>{texts.cancelRefused}</p></Notice>}
      <div className="desk-sheet">
        <div className="desk-sheet-main">
          <Answers sheet={sheet} reader={reader} />
          <Prepare prepare={sheet.prepare} refused={null} locale={reader.locale} />
          <PlannedTime sheet={sheet} reader={reader} />
          <Written sheet={sheet} reader={reader} />
          <SaidList said={sheet.said} seatId={sheet.hostSeatId} reader={reader} items={sheet.agenda.items} />
        </div>
        <div className="desk-sheet-side">
          <GuestFacts sheet={sheet} reader={reader} />
          <CameFrom sheet={sheet} reader={reader} />
          <Attendance stays={sheet.stays} record={sheet.record} names={sheet.names} reader={reader} />
          <Consents consents={sheet.consents} reader={reader} />
          <Mails sheet={sheet} reader={reader} unsent={unsent} />
          {isAlive(sheet) && sheet.meeting.state !== 'pending' && <GuestLinks sheet={sheet} reader={reader} />}
        </div>
      </div>
      {sheet.canCancel && <CancelMeeting texts={texts} />}
    </div>
  )
}

function MeetingHead({ sheet, reader }: Pick<MeetingViewProps, 'sheet' | 'reader'>) {
  const { meeting, guests, hostSeatId } = sheet
  const { locale, timeZone: zone } = reader
  const { desk } = messages(locale)
  return (
    <header className="desk-head">
      <p className="small"><a className="desk-back" href={paths.desk()}>{desk.meeting.back}</a></p>
      <p className="desk-date"><Time at={meeting.startsAt} zone={zone} locale={locale} as="long-day" /></p>
      <p className="desk-focus-time" data-off={meeting.state === 'cancelled' ? '' : undefined}>
        <Time at={meeting.startsAt} zone={zone} locale={locale} as="clock" />
        <span className="desk-focus-end">–<Time at={meeting.endsAt} zone={zone} locale={locale} as="clock" /></span>
      </p>
      <h1>{guestsText(guests, desk.today, locale)}</h1>
      {isAlive(sheet) && <TurnUps guests={guests} reader={reader} />}
      <p className="soft">{meeting.title} · {sayState(sheet, reader.locale)}</p>
      {meeting.state === 'cancelled' && !isUnmet(sheet) && <Notice title={desk.meeting.cancelledTitle}><p>{desk.meeting.cancelledText}</p></Notice>}
      {meeting.state === 'ended' && <p><LinkButton href={paths.roomSummary(hostSeatId)}>{desk.meeting.summary}</LinkButton></p>}
      {isAlive(sheet) && meeting.state !== 'pending' && <p><LinkButton href={paths.room(hostSeatId)}>{desk.today.openRoom}</LinkButton></p>}
    </header>
  )
}

function isAlive({ meeting: { state } }: MeetingSheet): boolean {
  return state !== 'ended' && state !== 'cancelled'
}
