import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Block } from '../../document/document.ts'
import type { MailLinks } from '../mail-input.ts'
import { sayMoment } from '../voice.ts'

/** Free times as links that show them, and the way to all of them. Opening one reserves nothing. */
export function nextTimes(
  reader: { locale: Locale; timeZone: string }, starts: readonly number[], links: Pick<MailLinks, 'timeAt' | 'bookNext'>,
): Block[] {
  const texts = messages(reader.locale).asking.mail
  const all: Block = { kind: 'action', label: texts.all, href: links.bookNext }
  if (starts.length === 0) return [{ kind: 'text', text: texts.noNext }, all]
  return [
    { kind: 'text', text: texts.nextText },
    { kind: 'links', links: starts.map((at) => ({ label: sayMoment(reader, at), href: links.timeAt(at) })) },
    all,
  ]
}
