import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { ChatMessage } from '../../message.ts'

type ChatTexts = Messages['room']['talk']['chat']

/** What is read out of a long message; the rest is in the chat. */
const LETTERS = 120

/** What new messages say, in one sentence, to somebody who does not look at the chat; null when there is none. */
export function newsOfChat(messages: readonly ChatMessage[], texts: ChatTexts): string | null {
  const [first] = messages
  if (!first) return null
  if (messages.length > 1) return fill(texts.saidMany, { count: messages.length })
  if (first.file) return fill(texts.sentFile, { name: first.name, file: first.file.name })
  const letters = [...first.text.replaceAll(/\s+/gu, ' ')]
  const text = letters.length > LETTERS ? `${letters.slice(0, LETTERS).join('')} …` : letters.join('')
  return fill(texts.said, { name: first.name, text })
}
