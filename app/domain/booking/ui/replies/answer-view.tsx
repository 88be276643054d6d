import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ReplyKind } from '../../mail-facts.ts'
import { ChosenTime } from '../details/chosen-time.tsx'
import { sayMoment, type Clocks } from '../words.ts'

/** Everything that the page shows on which somebody says whose answer it was. Instants are epoch milliseconds. */
export type AnswerState = Clocks & {
  now: number
  /** Null when there is nothing to answer any more. */
  asked: { title: string; host: string; startsAt: number; endsAt: number; kind: ReplyKind; proposedAt: number | null } | null
  isGiven: boolean
}

/** One button that makes the answer one's own. Opening the page changes nothing, for programs open the links of mails too. */
export function AnswerView({ state }: { state: AnswerState }) {
  const { asked, isGiven } = state
  const { page: texts } = messages(state.locale).replies
  if (!asked) return <div className="details-page stack"><h1>{texts.goneTitle}</h1><p>{texts.goneText}</p></div>
  const words = { host: asked.host, proposed: asked.proposedAt === null ? '' : sayMoment(asked.proposedAt, state) }
  return (
    <div className="booked-page">
      <header className="booked-head">
        <h1>{isGiven ? fill(texts.givenTitle, words) : texts.title}</h1>
        {!isGiven && <p className="lede">{fill(texts.text[asked.kind], words)}</p>}
      </header>
      {isGiven && <Notice isNews><p>{fill(texts.givenText[asked.kind], words)}</p></Notice>}
      <div className="booked-when">
        <div className="booked-time">
          <p className="times-host">{asked.kind === 'counter' ? fill(texts.now, { title: asked.title }) : asked.title}</p>
          <ChosenTime startsAt={asked.startsAt} endsAt={asked.endsAt} clocks={state} now={state.now} isOff={false} />
        </div>
      </div>
      {!isGiven && <form method="post"><Button size="large">{texts.submit}</Button></form>}
    </div>
  )
}
