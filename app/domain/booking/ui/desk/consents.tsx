import type { ConsentProof } from '#app/domain/meeting/recording.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { TitledList } from '#app/ui/list/titled-list.tsx'
import { briefMoment, type Reader } from './words.ts'

/** Who was asked whether the meeting may be recorded, and what became of it; nothing when nobody ever was. */
export function Consents({ consents, reader }: { consents: readonly ConsentProof[]; reader: Reader }) {
  const { consents: texts } = messages(reader.locale).desk
  if (consents.length === 0) return null
  return (
    <TitledList id="consents" title={texts.title} none="" className="desk-log">
      {consents.map((consent) => (
        <li key={`${consent.seatId}-${consent.askedAt}`}>
          <p>{consent.name}</p>
          <p className="soft small">{answerText(consent, texts, reader)}</p>
          <p className="soft small">{fill(texts.wording, { version: consent.wordingVersion })}</p>
        </li>
      ))}
    </TitledList>
  )
}

function answerText({ askedAt, answeredAt, isYes, withdrawnAt }: ConsentProof, texts: Messages['desk']['consents'], reader: Reader): string {
  if (answeredAt === null) return fill(texts.open, { at: briefMoment(askedAt, reader) })
  const at = briefMoment(answeredAt, reader)
  if (withdrawnAt !== null) return fill(texts.withdrawn, { at, withdrawnAt: briefMoment(withdrawnAt, { ...reader, now: answeredAt }) })
  return fill(isYes ? texts.yes : texts.no, { at })
}
