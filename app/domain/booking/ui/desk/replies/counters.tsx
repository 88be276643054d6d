import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import type { OpenCounter } from '../../../replies/reply.ts'
import { briefMoment, type Reader } from '../words.ts'

type CounterProps = { counter: OpenCounter; reader: Reader }

/** Other times that calendars propose for this meeting: one press moves it there, or says no. */
export function Counters({ counters, startsAt, reader }: { counters: readonly OpenCounter[]; startsAt: number; reader: Reader }) {
  const { counter: texts } = messages(reader.locale).replies.desk
  return counters.map((counter, index) => (
    <section className="desk-decide" key={counter.id} id={index === 0 ? 'counter' : undefined} aria-labelledby={`counter-${counter.id}`}>
      <h2 id={`counter-${counter.id}`}>{fill(texts.title, { name: counter.name })}</h2>
      <div>
        <p className="desk-asked-who">{capitalised(briefMoment(counter.startsAt, reader))}</p>
        <p className="soft">{texts.time[counter.time]}. {fill(texts.now, { moment: briefMoment(startsAt, reader) })}</p>
      </div>
      {counter.comment && <div><p className="soft small">{fill(texts.writes, { name: counter.name })}</p><p className="said">{counter.comment}</p></div>}
      <AnswerForm counter={counter} reader={reader} />
      <p className="soft small">{fill(texts.hint, { name: counter.name })}</p>
    </section>
  ))
}

/** The same as a line of what waits for the consultant. */
export function CounterLine({ counter, reader }: CounterProps) {
  const { counter: texts } = messages(reader.locale).replies.desk
  return (
    <li>
      <div>
        <p className="desk-asked-who">{counter.name}</p>
        <p>{fill(texts.proposes, { moment: briefMoment(counter.startsAt, reader) })}</p>
        <p className="soft small">{texts.time[counter.time]}</p>
        <p className="small"><a className="desk-back" href={paths.deskMeeting(counter.meetingId)}>{texts.see}<VisuallyHidden>: {counter.name}</VisuallyHidden></a></p>
      </div>
      <AnswerForm counter={counter} reader={reader} />
    </li>
  )
}

function AnswerForm({ counter, reader }: CounterProps) {
  const { counter: texts } = messages(reader.locale).replies.desk
  return (
    <form method="post" action={paths.deskMeeting(counter.meetingId)} className="row">
      <input type="hidden" name="counter" value={counter.id} />
      {counter.time === 'free' && (
        <Button name="intent" value="accept-counter">
          <span aria-hidden="true">{texts.acceptShort}</span>
          <VisuallyHidden>{fill(texts.accept, { moment: briefMoment(counter.startsAt, reader) })}</VisuallyHidden>
        </Button>
      )}
      <Button tone="quiet" name="intent" value="decline-counter">{texts.decline}<VisuallyHidden>: {counter.name}</VisuallyHidden></Button>
    </form>
  )
}
