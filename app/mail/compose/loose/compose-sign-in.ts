import type { SignInFacts } from '#app/domain/people/sign-in/sign-in-mail.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { drawMail } from '../finish.ts'
import type { ComposedMail } from '../mail-input.ts'
import { firstName } from '../voice.ts'

/** The consultant's way in without the password. The page behind the link has one button, so opening it signs nobody in. */
export function composeSignIn({ name, locale }: Pick<SignInFacts, 'name' | 'locale'>, link: string): ComposedMail {
  const { delivery, common } = messages(locale)
  const { mail: texts } = delivery.signIn
  const document = {
    locale, preview: texts.intro, title: texts.title, foot: { sender: common.productName, reason: texts.reason },
    blocks: [
      { kind: 'text', text: `${fill(texts.hello, { name: firstName(name) })} ${texts.intro}` },
      { kind: 'action', label: texts.action, href: link },
      { kind: 'text', text: texts.notYou },
    ],
  } as const
  return drawMail(document, { subject: texts.subject, ics: null, replyTo: null })
}
