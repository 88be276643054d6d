import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Colleagues } from '../colleagues/colleagues.tsx'
import { ChosenTime } from '../details/chosen-time.tsx'
import { BookedAgenda } from './booked-agenda.tsx'
import { BookedFiles } from './booked-files.tsx'
import { isAskedScene, sceneOf, type BookedState } from './booked-state.ts'
import { ChangeBooking, EarlierTimes, KeepMeeting } from './booked-ways.tsx'
import { sayMoment, sayWithWhom } from '../words.ts'

/** A booking's own page: what was agreed, the way in, and what can still be changed. */
export function BookedView({ booked }: { booked: BookedState }) {
  const { locale, host, email, startsAt, endsAt, returnTo } = booked
  const { booking: { booked: texts }, asking } = messages(locale)
  const scene = sceneOf(booked)
  const isOff = scene === 'cancelled' || scene === 'over' || (isAskedScene(scene) && scene !== 'asked')
  const words = isAskedScene(scene) ? asking.booked[scene] : texts[scene]
  const deadline = booked.answerBy === null ? '' : sayMoment(booked.answerBy, booked)
  return (
    <div className="booked-page" data-off={isOff || undefined}>
      <header className="booked-head">
        <h1>{words.title}</h1>
        <p className="lede">{fill(words.text, { host, email, deadline })}</p>
        {returnTo && scene === 'scheduled' && <p><LinkButton href={returnTo.href}>{fill(texts.goOn, { site: returnTo.host })}</LinkButton></p>}
      </header>
      {booked.answerText && scene === 'refused' && <Notice title={fill(asking.booked.word, { host })}><p className="said">{booked.answerText}</p></Notice>}
      {booked.refused && <Notice tone="caution" isNews><p>{texts.change.refused}</p></Notice>}
      <div className="booked-when">
        <div className="booked-time">
          <p className="times-host">{booked.title} {sayWithWhom(booked, locale)}</p>
          <ChosenTime startsAt={startsAt} endsAt={endsAt} clocks={booked} now={booked.now} isOff={isOff} />
          <WayIn booked={booked} />
        </div>
        {(scene === 'scheduled' || scene === 'moved') && <KeepMeeting booked={booked} hasCalendars={booked.isChangeable} />}
      </div>
      <div className="booked-rest">
        <div>
          <BookedAgenda booked={booked} intro={introOf(booked)} />
          {booked.state !== 'cancelled' && <BookedFiles booked={booked} />}
          {booked.state !== 'cancelled' && booked.state !== 'pending' && <Colleagues booked={booked} />}
        </div>
        {booked.isChangeable && (
          <div>
            {scene !== 'asked' && <EarlierTimes booked={booked} />}
            <ChangeBooking booked={booked} />
          </div>
        )}
      </div>
    </div>
  )
}

function introOf({ locale, diagnosis, isChangeable }: BookedState): string {
  const { booked: { agenda: texts }, diagnosis: answers } = messages(locale).booking
  return fill(isChangeable ? texts.text : texts.readOnly, { diagnosis: answers[diagnosis].label.toLowerCase() })
}

function WayIn({ booked }: { booked: BookedState }) {
  const { locale, roomHref, typeSlug } = booked
  const { booking: { booked: texts }, asking } = messages(locale)
  const scene = sceneOf(booked)
  if (scene === 'asked') return null
  if (isAskedScene(scene)) return <p><LinkButton href={paths.book(locale, typeSlug)}>{asking.booked.again}</LinkButton></p>
  if (scene === 'live') return <p><LinkButton href={roomHref} size="large">{texts.join}</LinkButton></p>
  const again = <LinkButton href={paths.book(locale, typeSlug)} tone={scene === 'ended' ? 'quiet' : undefined}>{texts.again}</LinkButton>
  if (scene === 'ended') return <p className="row"><LinkButton href={roomHref}>{texts.summary}</LinkButton>{again}</p>
  if (scene === 'cancelled' || scene === 'over') return <p>{again}</p>
  return <p><LinkButton href={roomHref} size="large" tone={booked.returnTo ? 'quiet' : undefined}>{texts.join}</LinkButton></p>
}
