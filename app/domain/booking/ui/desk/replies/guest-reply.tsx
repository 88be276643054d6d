import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { SeatReply } from '../../../replies/reply.ts'
import { briefMoment, type Reader } from '../words.ts'

/** What a guest's calendar has answered, as a line of what is known of the guest. */
export function GuestReply({ reply, reader }: { reply: SeatReply | null; reader: Reader }) {
  const { desk: texts } = messages(reader.locale).replies
  return (
    <>
      <dt>{texts.label}</dt>
      <dd data-reply={reply?.partstat}>
        {reply ? fill(texts.said, { word: texts.words[reply.partstat], moment: briefMoment(reply.at, reader) }) : <span className="soft">{texts.none}</span>}
        {reply?.comment && <p className="said small">{reply.comment}</p>}
      </dd>
    </>
  )
}

/** The same for a line of the desk: nothing while nobody has answered. */
export function ReplyWord({ partstat, reader }: { partstat: SeatReply['partstat'] | null; reader: Reader }) {
  if (partstat === null) return null
  return <span data-reply={partstat}> · {messages(reader.locale).replies.partstat[partstat]}</span>
}
