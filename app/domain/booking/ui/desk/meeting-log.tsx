import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import type { DeskMail, Stay } from '../../desk/desk.ts'
import { momentText, type Reader } from './words.ts'

type DeskTexts = Messages['desk']

export function Mails({ mails, reader }: { mails: readonly DeskMail[]; reader: Reader }) {
  const { desk } = messages(reader.locale)
  const texts = desk.meeting
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{texts.mails}</h2>
      {mails.length === 0 && <p className="soft">{texts.noMails}</p>}
      <ul className="desk-log">
        {mails.map((mail) => (
          <li key={mail.id}>
            <p>{fill(mail.channel === 'sms' ? texts.smsTo : texts.mailTo, { kind: texts.mailKind[mail.kind], name: mail.to })}</p>
            <p className="small" data-mail={mail.failedAt === null ? undefined : 'failed'}>{mailText(mail, desk, reader)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Attendance({ stays, reader }: { stays: readonly Stay[]; reader: Reader }) {
  const { meeting: texts } = messages(reader.locale).desk
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance">{texts.attendance}</h2>
      {stays.length === 0 && <p className="soft">{texts.attendanceNone}</p>}
      <ul className="desk-log">
        {stays.map((stay) => (
          <li key={stay.id}>
            <p>{stay.name}</p>
            <p className="soft small">{stayText(stay, texts, reader)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function mailText(mail: DeskMail, { meeting: texts, mail: outcome }: DeskTexts, reader: Reader): string {
  if (mail.sentAt !== null) return fill(texts.mailSent, { time: momentText(mail.sentAt, reader) })
  if (mail.failedAt !== null) return mail.isToGuest ? texts.mailFailed : outcome.failed
  if (mail.attempts > 0) return fill(texts.mailRetrying, { count: mail.attempts })
  return fill(texts.mailWaiting, { time: momentText(mail.createdAt, reader) })
}

function stayText({ joinedAt, leftAt }: Stay, texts: DeskTexts['meeting'], reader: Reader): string {
  const from = momentText(joinedAt, reader)
  if (leftAt === null) return fill(texts.attendanceNow, { from })
  return fill(texts.attendanceSpan, { from, to: momentText(leftAt, { ...reader, now: joinedAt }) })
}
