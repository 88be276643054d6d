import { fill } from '#app/i18n/fill.ts'
import type { Block, MailDocument } from '../document/document.ts'
import { renderHtml } from '../document/render-html.ts'
import { renderText } from '../document/render-text.ts'
import type { ComposedMail, MailInput } from './mail-input.ts'
import { footReason, voiceOf } from './voice.ts'

type Draft = {
  /** These may have placeholders for the names of the meeting. */
  subject: string
  title: string
  preview: string
  blocks: readonly Block[]
  ics: ComposedMail['ics']
  replyTo?: ComposedMail['replyTo']
  /** Why the reader gets it, where that is not that a meeting is booked. */
  reason?: string
}

/** Both parts of a mail from one draft. */
export function finish({ facts }: MailInput, draft: Draft): ComposedMail {
  const { sender, names } = voiceOf(facts)
  const { recipient } = facts
  const document: MailDocument = {
    locale: recipient.locale,
    preview: fill(draft.preview, names),
    title: fill(draft.title, names),
    blocks: draft.blocks,
    foot: { sender, reason: draft.reason === undefined ? footReason(facts) : fill(draft.reason, names) },
  }
  return drawMail(document, { subject: fill(draft.subject, names), ics: draft.ics, replyTo: draft.replyTo ?? null })
}

/** The document in both its forms. */
export function drawMail(document: MailDocument, { subject, ics, replyTo }: Pick<ComposedMail, 'subject' | 'ics' | 'replyTo'>): ComposedMail {
  return { subject: oneLine(subject), text: renderText(document), html: renderHtml(document), ics, replyTo }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
