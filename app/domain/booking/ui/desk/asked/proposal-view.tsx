import { Fragment } from 'react'
import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { languageOf } from '#app/kernel/locale.ts'
import { isoInstant, zoneOffsetMs } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import type { AcceptRefusal, Proposal, ProposalParty, ProposedTime } from '../../../proposal/proposal.ts'
import { sayMoment } from '../../words.ts'
import type { Reader } from '../words.ts'
import { AnswerNo } from './answer-no.tsx'

export type ProposalSheetView = {
  proposal: Proposal
  type: { title: { da: string; en: string } }
  party: ProposalParty
  times: ProposedTime[]
  /** Which of the others answered; null where nobody did, or the reader. */
  answeredBy: string | null
  heldBy: { name: string; isMine: boolean } | null
}

type ProposalViewProps = {
  sheet: ProposalSheetView
  reader: Reader
  refusal: Exclude<AcceptRefusal, 'no-such-proposal'> | null
  typed: string
}

/** Times that somebody proposes: one press makes one of them a meeting. */
export function ProposalView({ sheet, reader, refusal, typed }: ProposalViewProps) {
  const { proposal, type, times, party } = sheet
  const { locale } = reader
  const { asking: { desk: { proposal: texts } }, desk } = messages(locale)
  const { name } = proposal
  const words = { name, title: type.title[languageOf(locale)], minutes: proposal.durationMinutes }
  return (
    <div className="desk">
      <header className="desk-head">
        <p className="small"><a className="desk-back" href={paths.desk()}>{desk.meeting.back}</a></p>
        <h1>{fill(texts.title, words)}</h1>
        <p className="soft">{fill(texts.lede[party], words)}</p>
      </header>
      {refusal && <Notice tone="danger" isNews><p>{refusal === 'slot-taken' ? texts.refusals[refusal][party] : texts.refusals[refusal]}</p></Notice>}
      <Outcome sheet={sheet} reader={reader} />
      <ul className="desk-asked">
        {times.map((time) => <Proposed key={time.startsAt} time={time} sheet={sheet} reader={reader} />)}
      </ul>
      {proposal.state === 'open' && (
        <AnswerNo name={name} reader={reader} typed={typed} intent="decline" texts={{ open: texts.decline[party], yes: texts.declineYes }} />
      )}
      <About proposal={proposal} reader={reader} />
    </div>
  )
}

type OfSheet = { sheet: ProposalSheetView; reader: Reader }

function Outcome({ sheet: { proposal, answeredBy, heldBy }, reader }: OfSheet) {
  const { proposal: texts, yourWord, theirWord } = messages(reader.locale).asking.desk
  const words = { name: proposal.name, who: answeredBy ?? '' }
  if (proposal.state === 'open') return null
  if (proposal.state === 'booked') {
    return (
      <Notice>
        <p>{fill(answeredBy === null ? texts.booked : texts.bookedBy, words)}</p>
        {heldBy && !heldBy.isMine && <p>{fill(texts.heldBy, { host: heldBy.name })}</p>}
        {proposal.meetingId && heldBy?.isMine && (
          <p><LinkButton href={paths.deskMeeting(proposal.meetingId)}>{texts.toMeeting}</LinkButton></p>
        )}
      </Notice>
    )
  }
  return (
    <Notice>
      <p>{fill(answeredBy === null ? texts.declined : texts.declinedBy, words)}</p>
      {proposal.answerText && <><h2>{answeredBy === null ? yourWord : fill(theirWord, words)}</h2><p className="said">{proposal.answerText}</p></>}
    </Notice>
  )
}

function Proposed({ time: { startsAt, state }, sheet: { proposal, party }, reader }: OfSheet & { time: ProposedTime }) {
  const { locale, timeZone: zone } = reader
  const { proposal: texts } = messages(locale).asking.desk
  const moment = sayMoment(startsAt, { locale, zone })
  const isSameClock = zoneOffsetMs(startsAt, zone) === zoneOffsetMs(startsAt, proposal.timeZone)
  const there = sayMoment(startsAt, { locale, zone: proposal.timeZone })
  const saying = state === 'taken' || state === 'outside' ? texts.states[state][party] : texts.states[state]
  const isOpen = proposal.state === 'open' && (state === 'free' || state === 'outside')
  return (
    <li data-off={isOpen ? undefined : ''}>
      <div>
        <p className="desk-asked-who">{capitalised(moment)}</p>
        {!isSameClock && <p className="small">{fill(texts.theirClock, { name: proposal.name, when: there })}</p>}
        {proposal.state === 'open' && <p className="soft small">{saying}</p>}
      </div>
      {isOpen && (
        <form method="post">
          <Button name="start" value={isoInstant(startsAt)}>
            <span aria-hidden="true">{texts.pickShort}</span><VisuallyHidden>{fill(texts.pick, { moment })}</VisuallyHidden>
          </Button>
        </form>
      )}
    </li>
  )
}

function About({ proposal, reader }: { proposal: Proposal; reader: Reader }) {
  const { meeting: texts, diagnosis } = messages(reader.locale).desk
  const { name, companyName, email, phone, diagnosisText, message } = proposal
  const rows = [
    [texts.guest, name], [texts.company, companyName], [texts.email, email], [texts.phone, phone ?? texts.noPhone],
    [texts.diagnosis, diagnosisText ?? diagnosis[proposal.diagnosis]], [texts.message, message ?? texts.noMessage],
  ] as const
  return (
    <section className="desk-day">
      <h2>{texts.answers}</h2>
      <dl className="desk-facts">
        {rows.map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd className="said">{value}</dd></Fragment>)}
      </dl>
    </section>
  )
}
