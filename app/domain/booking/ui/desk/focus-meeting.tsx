import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'
import type { DeskMeeting } from '../../desk/desk.ts'
import { MailWord } from './meeting-list.tsx'
import { ReplyWord } from './replies/guest-reply.tsx'
import { TurnUps } from './turn-up.tsx'
import { distanceText, guestsText, type Reader } from './words.ts'

type FocusMeetingProps = { meeting: DeskMeeting; isNow: boolean; isToday: boolean; reader: Reader }

/** The one meeting that counts now: when, with whom, and the way in. */
export function FocusMeeting({ meeting, isNow, isToday, reader }: FocusMeetingProps) {
  const { locale, timeZone: zone } = reader
  const { today, state } = messages(locale).desk
  return (
    <section className="desk-focus" aria-labelledby="focus">
      <h2 className="eyebrow" id="focus">{isNow ? today.nowTitle : today.nextTitle}</h2>
      <p className="desk-focus-day">
        {isToday ? today.nextToday : <Time at={meeting.startsAt} zone={zone} locale={locale} as="day" />}
        <span className="soft"> · {distanceText(meeting.startsAt, reader, today)}</span>
      </p>
      <p className="desk-focus-time">
        <Time at={meeting.startsAt} zone={zone} locale={locale} as="clock" />
        <span className="desk-focus-end">–<Time at={meeting.endsAt} zone={zone} locale={locale} as="clock" /></span>
      </p>
      <p className="desk-focus-who">{guestsText(meeting.guests, today, locale)}</p>
      <TurnUps guests={meeting.guests} reader={reader} />
      <p className="soft">{meeting.title} · {state[meeting.state]}<MailWord meeting={meeting} reader={reader} /><ReplyWord partstat={meeting.reply} reader={reader} /></p>
      <p className="row">
        <LinkButton size="large" tone={isNow || isToday ? undefined : 'quiet'} href={paths.room(meeting.hostSeatId)}>{today.openRoom}</LinkButton>
        <LinkButton tone="plain" href={paths.deskMeeting(meeting.id)}>{today.details}</LinkButton>
      </p>
    </section>
  )
}
