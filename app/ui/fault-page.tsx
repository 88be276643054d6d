import { paths } from '#app/paths.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Messages } from '#app/i18n/messages.ts'

/** Every refusal and fault that has no page of its own: what happened, and the way on. */
export function FaultPage({ status, locale, texts }: { status: number; locale: Locale; texts: Messages['common'] }) {
  const { title, text } = sayFault(status, texts.fault)
  return (
    <main className="fault" id="content">
      <p className="fault-status">{status}</p>
      <h1>{title}</h1>
      <p>{text}</p>
      <p><a className="button" href={paths.front(locale)}>{texts.fault.toFrontPage}</a></p>
    </main>
  )
}

/** Words for an HTTP status. */
export function sayFault(status: number, texts: Messages['common']['fault']): { title: string; text: string } {
  if (status === 404) return { title: texts.notFoundTitle, text: texts.notFoundText }
  if (status === 401 || status === 403) return { title: texts.forbiddenTitle, text: texts.forbiddenText }
  if (status === 410) return { title: texts.goneTitle, text: texts.notFoundText }
  if (status === 429) return { title: texts.tooManyTitle, text: texts.tooManyText }
  return { title: texts.title, text: texts.text }
}
