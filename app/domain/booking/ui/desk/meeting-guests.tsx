import { Fragment } from 'react'
import { checkedWords } from '#app/domain/meeting/ui/check/checked-words.ts'
import { fill } from '#app/i18n/fill.ts'
import { listText } from '#app/i18n/list-text.ts'
import { messages } from '#app/i18n/messages.ts'
import { placeName } from '#app/i18n/place-name.ts'
import { clockText, offsetText } from '#app/kernel/time.ts'
import { telHref } from '#app/kernel/text.ts'
import { CopyField } from '#app/ui/field.tsx'
import { CAMPAIGN_NAMES } from '../../booking.ts'
import type { MeetingSheet } from '../../desk/desk.ts'
import { GuestReply } from './replies/guest-reply.tsx'
import type { Reader } from './words.ts'

type SheetProps = { sheet: MeetingSheet; reader: Reader }

export function GuestFacts({ sheet: { guests, coHosts, meeting }, reader }: SheetProps) {
  const { locale } = reader
  const { meeting: texts } = messages(locale).desk
  return (
    <section aria-labelledby="guest">
      <h2 id="guest">{texts.guest}</h2>
      {coHosts.length > 0 && <p>{fill(texts.coHosts, { names: listText(coHosts, locale) })}</p>}
      {guests.map((guest) => (
        <dl className="desk-facts" key={guest.seatId}>
          {guests.length > 1 && <><dt>{texts.guest}</dt><dd>{guest.name}</dd></>}
          {guest.companyName && <><dt>{texts.company}</dt><dd>{guest.companyName}</dd></>}
          <dt>{texts.email}</dt>
          <dd><a href={`mailto:${guest.email}`}>{guest.email}</a></dd>
          <dt>{texts.phone}</dt>
          <dd>{guest.phone ? <a href={telHref(guest.phone)}>{guest.phone}</a> : texts.noPhone}</dd>
          <dt>{texts.theirTime}</dt>
          <dd>
            {clockText(meeting.startsAt, guest.timeZone, locale)}
            <span className="soft"> {placeName(guest.timeZone, locale)} ({offsetText(meeting.startsAt, guest.timeZone)})</span>
          </dd>
          {guest.checked && <><dt>{texts.checked}</dt><dd>{checkedWords(guest.checked, reader, messages(locale).room.tests)}</dd></>}
          {meeting.state !== 'pending' && <GuestReply reply={guest.reply} reader={reader} />}
        </dl>
      ))}
    </section>
  )
}

export function Answers({ sheet: { answers }, reader: { locale } }: SheetProps) {
  const { meeting: texts, diagnosis } = messages(locale).desk
  if (!answers) return null
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{texts.answers}</h2>
      <dl className="desk-answers">
        <dt>{texts.diagnosis}</dt>
        <dd>
          {diagnosis[answers.diagnosis]}
          {answers.ownWords && <p className="said">{answers.ownWords}</p>}
        </dd>
        {answers.message && <><dt>{texts.message}</dt><dd className="said">{answers.message}</dd></>}
      </dl>
      {!answers.message && <p className="soft">{texts.noMessage}</p>}
    </section>
  )
}

/** What the address of the page said about where the visitor came from. */
export function CameFrom({ sheet: { campaign }, reader: { locale } }: SheetProps) {
  const { meeting: texts } = messages(locale).desk
  const said = CAMPAIGN_NAMES.flatMap((name) => (campaign?.[name] ? [{ name, value: campaign[name] }] : []))
  if (said.length === 0) return null
  return (
    <section aria-labelledby="came-from">
      <h2 id="came-from">{texts.cameFrom}</h2>
      <dl className="desk-facts">
        {said.map(({ name, value }) => <Fragment key={name}><dt>{texts.campaign[name]}</dt><dd>{value}</dd></Fragment>)}
      </dl>
    </section>
  )
}

export function GuestLinks({ sheet: { guests }, reader: { locale } }: SheetProps) {
  const { common, desk: { meeting: texts } } = messages(locale)
  return (
    <section>
      {guests.map(({ seatId, name, link }) => (
        <CopyField key={seatId} id={`guest-link-${seatId}`} label={texts.guestLink} hint={fill(texts.guestLinkHint, { name })} value={link} texts={common} />
      ))}
    </section>
  )
}
