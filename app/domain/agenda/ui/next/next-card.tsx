import { sayTime } from '../../../meeting/ui/door/say-time.ts'
import { useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { clockText, dayText } from '#app/kernel/time.ts'
import { Button } from '#app/ui/button.tsx'
import { MOST_PROPOSED, type NextMeeting } from '../../../meeting/next-meeting.ts'
import type { RoomPageData } from '../room/room-page-data.ts'
import type { NextAsked } from './next-requests.ts'
import type { NextInHand } from './use-next.ts'

type Reader = Pick<RoomPageData['seat'], 'locale' | 'timeZone'>

export type NextCardProps = {
  isHost: boolean
  reader: Reader
  hostName: string
  texts: Messages['room']['nextMeeting']
  next: NextMeeting
  isOpen: boolean
  inHand: NextInHand
  onOpen: (isOpen: boolean) => void
  onLater: (after: number) => void
  onAsk: (asked: NextAsked) => void
}

/** What the panel says of the next meeting, and the way to it. */
export function NextCard(props: NextCardProps) {
  const { isHost, next: { offer, booked }, isOpen, texts, onOpen } = props
  if (booked) return <section className="next-card"><Booked booked={booked} {...props} /></section>
  if (isHost && !isOpen) {
    return (
      <div className="next-card" data-small="">
        {offer && <p role="status">{offer.proposed.length > 0 ? texts.waiting : texts.waitingPick}</p>}
        <Button type="button" tone="quiet" onClick={() => onOpen(true)}>{offer ? texts.offerAgain : texts.open}</Button>
      </div>
    )
  }
  if (!isOpen) return null
  return (
    <section className="next-card" aria-labelledby="next-card">
      <h3 id="next-card">{texts.title}</h3>
      {isHost ? <Offer {...props} /> : <Choose {...props} proposed={offer?.proposed ?? []} />}
      <p className="next-news" role="status">{wordsOf(props)}</p>
    </section>
  )
}

type BookedProps = NextCardProps & { booked: NonNullable<NextMeeting['booked']> }

function Booked({ booked: { startsAt, endsAt, isPending }, reader: { locale, timeZone }, texts }: BookedProps) {
  const clock = (at: number) => clockText(at, timeZone, locale)
  return (
    <>
      <h3>{isPending ? texts.pending : texts.booked}</h3>
      <p className="next-when">{fill(texts.when, { day: dayText(startsAt, timeZone, locale), from: clock(startsAt), to: clock(endsAt) })}</p>
      <p className="soft">{isPending ? texts.pendingText : texts.bookedText}</p>
    </>
  )
}

function Offer({ inHand: { times, isBusy }, reader, texts, onOpen, onLater, onAsk }: NextCardProps) {
  const [chosen, setChosen] = useState<number[]>([])
  const shown = [...new Set([...chosen, ...(times ?? [])])].sort((one, other) => one - other)
  const toggle = (at: number) => setChosen(chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at])
  return (
    <>
      <p className="soft" id="next-lede">{texts.hostLede}</p>
      <div className="next-choices" role="group" aria-labelledby="next-lede">
        {shown.map((at) => (
          <label key={at} className="next-choice">
            <input
              type="checkbox" checked={chosen.includes(at)} disabled={!chosen.includes(at) && chosen.length >= MOST_PROPOSED}
              onChange={() => toggle(at)}
            />
            <span>{sayTime(at, reader)}</span>
          </label>
        ))}
      </div>
      <div className="row">
        <Button
          type="button" aria-disabled={isBusy || chosen.length === 0}
          onClick={() => chosen.length > 0 && onAsk({ intent: 'offer', starts: chosen })}
        >
          {texts.propose}
        </Button>
        <Button type="button" tone="quiet" aria-disabled={isBusy} onClick={() => onAsk({ intent: 'offer', starts: [] })}>
          {texts.letPick}
        </Button>
      </div>
      <div className="row">
        <Later {...{ times, isBusy, texts, onLater }} />
        <Button type="button" tone="plain" onClick={() => onOpen(false)}>{texts.close}</Button>
      </div>
    </>
  )
}

/** What the host proposes; once one of those is gone, and where the guest picks, all that is free. */
function Choose({ proposed, inHand: { times, isBusy }, reader, hostName, texts, onLater, onAsk }: NextCardProps & { proposed: number[] }) {
  const isProposed = proposed.length > 0 && times === null
  return (
    <>
      <p className="soft">{isProposed ? fill(texts.guestProposed, { host: hostName }) : texts.guestPick}</p>
      <ul className="next-times">
        {(isProposed ? proposed : times ?? []).map((at) => (
          <li key={at}>
            <Button type="button" tone="quiet" aria-disabled={isBusy} onClick={() => onAsk({ intent: 'book', startsAt: at })}>
              {fill(texts.book, { time: sayTime(at, reader) })}
            </Button>
          </li>
        ))}
      </ul>
      {!isProposed && <Later {...{ times, isBusy, texts, onLater }} />}
    </>
  )
}

type LaterProps = Pick<NextCardProps, 'texts' | 'onLater'> & Pick<NextInHand, 'times' | 'isBusy'>

function Later({ times, isBusy, texts, onLater }: LaterProps) {
  const last = times?.at(-1)
  if (last === undefined) return null
  return <Button type="button" tone="plain" aria-disabled={isBusy} onClick={() => !isBusy && onLater(last)}>{texts.later}</Button>
}

function wordsOf({ inHand: { times, isBusy, news }, texts }: NextCardProps): string {
  if (isBusy) return times === null ? texts.loading : texts.booking
  if (news === 'failed') return texts.failed
  const refusal = Object.entries(texts.refusals).find(([name]) => name === news)
  if (news !== null) return refusal ? refusal[1] : texts.refusals.other
  return times?.length === 0 ? texts.none : ''
}
