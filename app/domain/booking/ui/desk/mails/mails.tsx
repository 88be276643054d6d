import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { DeskMail, MeetingSheet } from '../../../desk/desk.ts'
import { maySendAgain } from '../../../delivery/standing.ts'
import { briefMoment, type Reader } from '../words.ts'
import { SendAgain, type Unsent } from './send-again.tsx'

type MailsProps = { sheet: MeetingSheet; reader: Reader; unsent: Unsent | null }

/** Each mail about the meeting and how it went; what did not arrive can be sent again, to another address too. */
export function Mails({ sheet: { mails, meeting }, reader, unsent }: MailsProps) {
  const { desk: { meeting: texts }, delivery } = messages(reader.locale)
  const isRefused = (mail: DeskMail) => mail.id === unsent?.mailId && maySendAgain(mail, meeting, reader.now)
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{texts.mails}</h2>
      {unsent && !mails.some(isRefused) && (
        <p role="alert" className="field-error">{delivery.log.refused[unsent.reason]}</p>
      )}
      {mails.length === 0 && <p className="soft">{texts.noMails}</p>}
      <ul className="desk-log">
        {mails.map((mail) => (
          <li key={mail.id} id={`mail-${mail.id}`}>
            <p>{fill(mail.channel === 'sms' ? texts.smsTo : texts.mailTo, { kind: texts.mailKind[mail.kind], name: mail.to })}</p>
            <MailState mail={mail} reader={reader} />
            {maySendAgain(mail, meeting, reader.now) && (
              <SendAgain mail={mail} reader={reader} unsent={isRefused(mail) ? unsent : null} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}


function MailState({ mail, reader }: { mail: DeskMail; reader: Reader }) {
  const { log, faults } = messages(reader.locale).delivery
  const isFailed = mail.standing === 'undelivered'
  const advice = mail.standing === 'overtaken' ? log.overtaken : isFailed && mail.isToGuest ? log.callInstead : ''
  const hasTrouble = mail.standing !== 'sent' && mail.fault !== null
  return (
    <>
      <p className="small" data-mail={isFailed ? 'failed' : undefined}>{timeText(mail, reader)}</p>
      {hasTrouble && mail.fault && <p className="small">{`${faults[mail.fault]} ${advice}`.trim()}</p>}
    </>
  )
}

function timeText(mail: DeskMail, reader: Reader): string {
  const { desk: { meeting: texts }, delivery: { log } } = messages(reader.locale)
  const at = (time: number) => ({ time: briefMoment(time, reader) })
  if (mail.bouncedAt !== null) return fill(log.bounced, at(mail.bouncedAt))
  if (mail.failedAt !== null) return fill(log.givenUp, at(mail.failedAt))
  if (mail.sentAt !== null) return fill(texts.mailSent, at(mail.sentAt))
  if (mail.nextTryAt !== null) return fill(log.nextTry, { count: mail.attempts, ...at(mail.nextTryAt) })
  return fill(texts.mailWaiting, at(mail.createdAt))
}
