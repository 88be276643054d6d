import { useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import { clockText, dayText } from '#app/kernel/time.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { MOST_PROPOSED, type NextMeeting } from '../../../meeting/next-meeting.ts'
import { sayKind } from '../../../meeting/ui/door/say-kind.ts'
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
  onKind: (kind: string) => void
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
        <Button type="button" tone="plain" onClick={() => onOpen(true)}>{offer ? texts.offerAgain : texts.open}</Button>
      </div>
    )
  }
  if (!isOpen) return null
  return (
    <section className="next-card" aria-labelledby="next-card">
      <h3 id="next-card">{texts.title}</h3>
      {isHost ? <><ChooseKind {...props} /><Offer key={props.inHand.kind} {...props} /></> : <Choose {...props} offer={offer} />}
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

/** What the next meeting is: as this one, until the host says otherwise. Times are of one kind, so others are fetched. */
function ChooseKind({ inHand: { kinds, kind, isBusy }, reader: { locale }, texts, onKind }: NextCardProps) {
  if (kinds.length < 2) return null
  const options = kinds.map((one) => ({ value: one.key, label: sayKind(one, locale, texts) }))
  return (
    <Select
      id="next-kind" label={texts.kind} options={options} value={kind ?? undefined} aria-disabled={isBusy}
      onChange={({ target }) => !isBusy && onKind(target.value)}
    />
  )
}

function Offer({ inHand: { times, kind, isBusy }, reader, texts, onOpen, onLater, onAsk }: NextCardProps) {
  const [chosen, setChosen] = useState<number[]>([])
  const shown = [...new Set([...chosen, ...(times ?? [])])].sort((one, other) => one - other)
  const offer = (starts: number[]) => onAsk({ intent: 'offer', starts, ...(kind !== null && { kind }) })
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
            <span>{momentText(at, reader.timeZone, reader.locale)}</span>
          </label>
        ))}
      </div>
      <div className="row">
        <Button
          type="button" aria-disabled={isBusy || chosen.length === 0}
          onClick={() => chosen.length > 0 && offer(chosen)}
        >
          {texts.propose}
        </Button>
        <Button type="button" tone="quiet" aria-disabled={isBusy} onClick={() => offer([])}>
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
function Choose({ offer, inHand: { times, isBusy }, reader, hostName, texts, onLater, onAsk }: NextCardProps & Pick<NextMeeting, 'offer'>) {
  const { proposed = [], kind = null } = offer ?? {}
  const isProposed = proposed.length > 0 && times === null
  return (
    <>
      <p className="soft">{isProposed ? fill(texts.guestProposed, { host: hostName }) : texts.guestPick}</p>
      {kind && <p className="next-what">{sayKind(kind, reader.locale, texts)}</p>}
      <ul className="next-times">
        {(isProposed ? proposed : times ?? []).map((at) => (
          <li key={at}>
            <Button type="button" tone="quiet" aria-disabled={isBusy} onClick={() => onAsk({ intent: 'book', startsAt: at, kind: kind?.key })}>
              {fill(texts.book, { time: momentText(at, reader.timeZone, reader.locale) })}
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
