import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { ANSWER_LETTERS } from '../../../approval/answer-input.ts'
import type { Reader } from '../words.ts'

type AnswerNoProps = { name: string; reader: Reader; typed: string; intent: 'refuse' | 'decline'; texts: { open: string; yes: string } }

/** A no, opened first and then sent, with a word of one's own or without. */
export function AnswerNo({ name, reader, typed, intent, texts }: AnswerNoProps) {
  const { decide } = messages(reader.locale).asking.desk
  return (
    <details className="desk-refuse" open={typed !== ''}>
      <summary>{texts.open}</summary>
      <form method="post" className="stack">
        <TextArea
          id="word" name="word" label={fill(decide.word, { name })} hint={decide.wordHint} optionalText={decide.optional}
          rows={3} maxLength={ANSWER_LETTERS} defaultValue={typed}
        />
        <p><Button tone="danger" name="intent" value={intent}>{texts.yes}</Button></p>
      </form>
    </details>
  )
}
