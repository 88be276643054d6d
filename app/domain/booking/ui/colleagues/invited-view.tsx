import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { BookedAgenda } from '../booked/booked-agenda.tsx'
import { BookedFiles } from '../booked/booked-files.tsx'
import type { BookedState, GuestPrepare } from '../booked/booked-state.ts'
import { KeepMeeting } from '../booked/booked-ways.tsx'
import { ChosenTime } from '../details/chosen-time.tsx'
import { sayWithWhom, type Clocks } from '../words.ts'

/** Everything that a colleague's own page shows. Instants are epoch milliseconds. */
export type InvitedState = Clocks & GuestPrepare & Pick<BookedState, 'roomHref' | 'checkHref' | 'calendars'> & {
  now: number
  /** Why they can't leave, when they wanted to: they are in the call, or it is over. */
  refusal: 'inside' | 'not-changeable' | null
  mayLeave: boolean
  title: string
  host: string
  hostTitle: string
  /** The one who booked. */
  guest: string
  startsAt: number
  endsAt: number
}

/** What a colleague was invited to, the way in, and the way out. */
export function InvitedView({ invited }: { invited: InvitedState }) {
  const { locale, host, guest, refusal, state } = invited
  const { booking: texts, colleagues: { invited: words } } = messages(locale)
  const isOff = state === 'cancelled' || state === 'ended'
  const title = state === 'cancelled' ? words.cancelled : state === 'ended' ? words.over : words.title
  return (
    <div className="booked-page" data-off={isOff || undefined}>
      <header className="booked-head">
        <h1>{title}</h1>
        {!isOff && <p className="lede">{fill(words.addedBy, { guest, host })}</p>}
      </header>
      {refusal && <Notice tone="caution" isNews><p>{words.leaveRefused[refusal]}</p></Notice>}
      <div className="booked-when">
        <div className="booked-time">
          <p className="times-host">{invited.title} {sayWithWhom(invited, locale)}</p>
          <ChosenTime startsAt={invited.startsAt} endsAt={invited.endsAt} clocks={invited} now={invited.now} isOff={isOff} />
          {state === 'ended' && <p><LinkButton href={invited.roomHref}>{texts.booked.summary}</LinkButton></p>}
          {!isOff && <p><LinkButton href={invited.roomHref} size="large">{texts.booked.join}</LinkButton></p>}
        </div>
        {state === 'scheduled' && <KeepMeeting booked={invited} hasCalendars />}
      </div>
      <div className="booked-rest">
        {state !== 'cancelled' && (
          <div>
            <BookedAgenda booked={invited} intro={fill(invited.isChangeable ? words.agenda : words.agendaReadOnly, { host })} />
            <BookedFiles booked={invited} />
          </div>
        )}
        {invited.mayLeave && <div><WayOut invited={invited} /></div>}
      </div>
    </div>
  )
}

function WayOut({ invited: { locale, pageHref, host, guest } }: { invited: InvitedState }) {
  const words = messages(locale).colleagues.invited
  return (
    <section className="booked-part" id="leave">
      <h2>{words.leaveTitle}</h2>
      <p className="soft">{fill(words.leaveText, { host, guest })}</p>
      <form method="post" action={pageHref}><Button tone="danger">{words.leave}</Button></form>
    </section>
  )
}
