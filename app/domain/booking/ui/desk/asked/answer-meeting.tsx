import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ApprovalRefusal } from '../../../approval/approval.ts'
import type { MeetingSheet } from '../../../desk/desk.ts'
import { briefMoment, type Reader } from '../words.ts'
import { AnswerNo } from './answer-no.tsx'

export type AnswerRefusal = Exclude<ApprovalRefusal, 'no-such-booking'> | 'slot-taken'

type AnswerProps = { sheet: MeetingSheet; reader: Reader; typed: string }

/** Yes or no to a meeting that was asked for, and what became of it when it got neither. */
export function AnswerMeeting({ sheet, reader, typed }: AnswerProps) {
  const { desk: texts } = messages(reader.locale).asking
  const { approval } = sheet
  if (!approval || approval.standing === 'approved') return null
  if (approval.standing === 'pending') return <Decide sheet={sheet} reader={reader} typed={typed} />
  if (!isUnmet(sheet)) return null
  const words = { refused: texts.refusedText, lapsed: texts.lapsedText, withdrawn: texts.withdrawnText }[approval.standing]
  return (
    <Notice>
      <p>{words}</p>
      {approval.text && <><h2>{texts.yourWord}</h2><p className="said">{approval.text}</p></>}
    </Notice>
  )
}

/** It never came to a yes. */
export function isUnmet({ approval }: MeetingSheet): boolean {
  return approval !== null && approval.standing !== 'approved' && approval.standing !== 'pending' && !approval.wasAgreed
}

/** What the desk calls the meeting's state. */
export function sayState({ meeting, approval }: MeetingSheet, locale: Locale): string {
  const { desk, asking } = messages(locale)
  if (approval?.standing === 'refused' || approval?.standing === 'lapsed') return asking.desk[approval.standing]
  return desk.state[meeting.state]
}

function Decide({ sheet, reader, typed }: AnswerProps) {
  const { decide: texts } = messages(reader.locale).asking.desk
  const names = { name: sheet.guests[0]?.name ?? '', deadline: briefMoment(sheet.approval?.answerBy ?? 0, reader) }
  return (
    <section className="desk-decide" aria-labelledby="decide">
      <h2 id="decide">{texts.title}</h2>
      <p>{fill(texts.text, names)}</p>
      <form method="post"><Button size="large" name="intent" value="approve">{texts.approve}</Button></form>
      <AnswerNo name={names.name} reader={reader} typed={typed} intent="refuse" texts={{ open: texts.refuse, yes: texts.yes }} />
    </section>
  )
}
