import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'
import type { DeskMeeting } from '../../../desk/desk.ts'
import type { OpenCounter } from '../../../replies/reply.ts'
import { CounterLine } from '../replies/counters.tsx'
import { distanceText, guestsText, briefMoment, type Reader } from '../words.ts'

/** Times that somebody proposes, as a line of the desk. */
export type AskedProposal = { id: string; name: string; companyName: string; starts: number[] }

type AskedProps = {
  meetings: readonly DeskMeeting[]
  proposals: readonly AskedProposal[]
  counters: readonly OpenCounter[]
  reader: Reader
}

/** What waits for the consultant's yes or no, the most urgent first; nothing when nothing does. */
export function Asked({ meetings, proposals, counters, reader }: AskedProps) {
  const { asking: { desk: texts } } = messages(reader.locale)
  if (meetings.length + proposals.length + counters.length === 0) return null
  return (
    <section className="desk-day" aria-labelledby="asked">
      <h2 id="asked">{texts.title}</h2>
      <ul className="desk-asked">
        {meetings.map((meeting) => <AskedMeeting key={meeting.id} meeting={meeting} reader={reader} />)}
        {proposals.map((proposal) => <Proposes key={proposal.id} proposal={proposal} reader={reader} />)}
        {counters.map((counter) => <CounterLine key={counter.id} counter={counter} reader={reader} />)}
      </ul>
    </section>
  )
}

function Proposes({ proposal, reader }: { proposal: AskedProposal; reader: Reader }) {
  const { locale } = reader
  const { asking: { desk: { proposal: texts, answer } }, desk: { today } } = messages(locale)
  const { name, starts } = proposal
  return (
    <li>
      <div>
        <p className="desk-asked-who">{guestsText([proposal], today, locale)}</p>
        <p>{starts.length === 1 ? texts.single : fill(texts.one, { count: starts.length })}</p>
        <p className="soft small">{starts.map((at) => briefMoment(at, reader)).join(' · ')}</p>
      </div>
      <LinkButton href={paths.deskProposal(proposal.id)}>{fill(answer, { name })}</LinkButton>
    </li>
  )
}

function AskedMeeting({ meeting, reader }: { meeting: DeskMeeting; reader: Reader }) {
  const { locale, timeZone: zone, now } = reader
  const { asking: { desk: texts }, desk: { today } } = messages(locale)
  const answerBy = meeting.answerBy ?? now
  const by = { deadline: briefMoment(answerBy, reader), distance: distanceText(answerBy, reader, today) }
  return (
    <li>
      <div>
        <p className="desk-asked-who">{guestsText(meeting.guests, today, locale)}</p>
        <p>
          <Time at={meeting.startsAt} zone={zone} locale={locale} as="day" />{' '}
          <Time at={meeting.startsAt} zone={zone} locale={locale} as="clock" /> · {meeting.title}
        </p>
        <p className="soft small">{fill(texts.by, by)}</p>
      </div>
      <LinkButton href={paths.deskMeeting(meeting.id)}>{fill(texts.answer, { name: meeting.guests[0]?.name ?? '' })}</LinkButton>
    </li>
  )
}
