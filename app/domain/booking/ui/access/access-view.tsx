import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

/** Null while nobody was asked for. `isBroken`: what was typed is no mail address. */
export type Sought = { email: string; isBroken: boolean; isKept: boolean; bookings: number; seats: number } | null

/** Finds a person by mail address, and gives all that is kept about them as one file. */
export function AccessView({ sought, locale }: { sought: Sought; locale: Locale }) {
  const { access: texts } = messages(locale).after
  return (
    <div className="desk">
      <header className="desk-head"><h1>{texts.title}</h1><p className="lede">{texts.lede}</p></header>
      <form method="get" className="access-form">
        <Field
          id="email" name="email" type="email" label={texts.email} required maxLength={254} autoComplete="off"
          defaultValue={sought?.email} error={sought?.isBroken ? texts.broken : undefined}
        />
        <Button>{texts.find}</Button>
      </form>
      {sought && !sought.isBroken && <Found sought={sought} locale={locale} />}
    </div>
  )
}

function Found({ sought: { email, isKept, bookings, seats }, locale }: { sought: NonNullable<Sought>; locale: Locale }) {
  const { access: texts } = messages(locale).after
  if (!isKept) return <p role="status">{fill(texts.none, { email })}</p>
  return (
    <section aria-labelledby="found" className="access-found">
      <h2 id="found">{fill(texts.found, { email })}</h2>
      <p className="soft">{fill(texts.count, { bookings, seats })}</p>
      <p>{texts.careful}</p>
      <p><LinkButton href={paths.deskPersonFile(email)} download="">{texts.download}</LinkButton></p>
    </section>
  )
}
