import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import type { SendAgainRefusal } from '../../../delivery/send-again.ts'
import type { DeskMail } from '../../../desk/desk.ts'
import type { Reader } from '../words.ts'

/** A mail that could not be sent again, with the address that was typed. */
export type Unsent = { mailId: string; reason: SendAgainRefusal; email: string }

/** Sends a mail again; a guest's address can be put right on the way. */
export function SendAgain({ mail, reader, unsent }: { mail: DeskMail; reader: Reader; unsent: Unsent | null }) {
  const { desk: { meeting: texts }, delivery: { log } } = messages(reader.locale)
  const error = unsent ? log.refused[unsent.reason] : undefined
  const name = fill(log.againNamed, { kind: texts.mailKind[mail.kind].toLowerCase(), name: mail.to })
  return (
    <form method="post" action={`#mail-${mail.id}`} className="mail-again">
      <input type="hidden" name="mail" value={mail.id} />
      {mail.isToGuest && (
        <Field
          id={`email-${mail.id}`} name="email" type="email" label={log.address} hint={log.addressHint} error={error}
          defaultValue={unsent?.email ?? mail.email} required maxLength={254} autoComplete="off"
        />
      )}
      {!mail.isToGuest && error && <p className="field-error" role="alert">{error}</p>}
      <Button name="intent" value="send-again" tone="quiet" aria-label={name}>{log.again}</Button>
    </form>
  )
}
