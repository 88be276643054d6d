import { fill } from '#app/i18n/fill.ts'
import { theOther } from '../blocks.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { voiceOf, whenBlock } from '../voice.ts'

/** The code that lets whoever was invited take their seat on another device; it is good for ten minutes. */
export function composeDoorCode(input: MailInput): ComposedMail {
  const { facts, links: { code = '' } } = input
  const { texts: { doorCode: words }, names } = voiceOf(facts)
  const said = { ...names, code: `${code.slice(0, 3)} ${code.slice(3)}` }
  return finish(input, {
    subject: fill(words.subject, said), title: words.title, preview: fill(words.preview, said), ics: null, replyTo: theOther(facts),
    blocks: [
      { kind: 'text', text: fill(words.intro, said) },
      { kind: 'rows', title: words.rows, rows: [{ label: words.code, value: said.code }] },
      { kind: 'text', text: fill(words.notYou, said) },
      whenBlock(facts, facts.version),
    ],
  })
}
