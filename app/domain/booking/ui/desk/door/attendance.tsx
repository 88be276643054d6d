import type { PresenceRecord, SeatRecord } from '#app/domain/meeting/attendance/presence-record.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { TitledList } from '#app/ui/list/titled-list.tsx'
import type { Stay } from '../../../desk/desk.ts'
import { briefMoment, type Reader } from '../words.ts'

type DeskTexts = Messages['desk']

type AttendanceProps = { stays: readonly Stay[]; record: PresenceRecord; names: Readonly<Record<string, string>>; reader: Reader }

/** Whether it was held, what became of each who was expected, and when they came and went; nothing while nobody was. */
export function Attendance({ stays, record, names, reader }: AttendanceProps) {
  const { meeting: texts, presence } = messages(reader.locale).desk
  const told = record.seats.map((seat) => ({ seat, words: wordsOf(seat, presence) })).filter(({ words }) => words.length > 0)
  if (told.length + stays.length === 0) return null
  const held = <li key="held"><p>{record.isHeld ? presence.held : presence.notHeld}</p></li>
  const lines = told.map(({ seat, words }) => (
    <li key={seat.seatId}>
      <p>{names[seat.seatId]}</p>
      <p className="soft small">{words.join(' · ')}</p>
    </li>
  ))
  return (
    <>
      <TitledList id="attendance" title={texts.attendance} none="" className="desk-log">{[held, ...lines]}</TitledList>
      {stays.length > 0 && (
        <details className="desk-stays">
          <summary>{presence.stays}</summary>
          <ul className="desk-log">
            {stays.map((stay) => <li key={stay.id}><p>{stay.name}</p><p className="soft small">{stayText(stay, texts, reader)}</p></li>)}
          </ul>
        </details>
      )}
    </>
  )
}

function wordsOf({ minutes, lateMinutes, isNoShow, connectFaults }: SeatRecord, texts: DeskTexts['presence']): string[] {
  const words: string[] = []
  if (isNoShow) words.push(texts.noShow)
  if (minutes > 0) words.push(fill(texts.minutes, { minutes }))
  if (lateMinutes !== null) words.push(fill(texts.late, { minutes: lateMinutes }))
  if (connectFaults > 0) words.push(fill(connectFaults === 1 ? texts.faultOne : texts.faults, { count: connectFaults }))
  return words
}

function stayText({ joinedAt, leftAt }: Stay, texts: DeskTexts['meeting'], reader: Reader): string {
  const from = briefMoment(joinedAt, reader)
  if (leftAt === null) return fill(texts.attendanceNow, { from })
  return fill(texts.attendanceSpan, { from, to: briefMoment(leftAt, { ...reader, now: joinedAt }) })
}
