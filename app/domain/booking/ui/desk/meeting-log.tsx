import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { TitledList } from '#app/ui/list/titled-list.tsx'
import type { Stay } from '../../desk/desk.ts'
import { momentText, type Reader } from './words.ts'

type DeskTexts = Messages['desk']

export function Attendance({ stays, reader }: { stays: readonly Stay[]; reader: Reader }) {
  const { meeting: texts } = messages(reader.locale).desk
  return (
    <TitledList id="attendance" title={texts.attendance} none={texts.attendanceNone} className="desk-log">
      {stays.map((stay) => (
        <li key={stay.id}>
          <p>{stay.name}</p>
          <p className="soft small">{stayText(stay, texts, reader)}</p>
        </li>
      ))}
    </TitledList>
  )
}

function stayText({ joinedAt, leftAt }: Stay, texts: DeskTexts['meeting'], reader: Reader): string {
  const from = momentText(joinedAt, reader)
  if (leftAt === null) return fill(texts.attendanceNow, { from })
  return fill(texts.attendanceSpan, { from, to: momentText(leftAt, { ...reader, now: joinedAt }) })
}
