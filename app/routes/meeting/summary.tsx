import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getRecord } from '#app/domain/agenda/notes/queries.server.ts'
import { Summary, type SummaryView } from '#app/domain/agenda/ui/summary/summary.tsx'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { mayReadRecord } from '#app/domain/meeting/chat/chat.ts'
import { listMessages } from '#app/domain/meeting/chat/queries.server.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { requireVisitor } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { listText } from '#app/i18n/list-text.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import styles from '#app/ui/css/summary.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'
import { Page } from '#app/ui/page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(fill(messages(loaded.locale).room.summary.metaTitle, { title: loaded.view.meeting.title }), loaded.locale) : []
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const pass = await requireVisitor(request, params.seatId, 'room')
  if (pass.seat.door === 'removed') throw new Response(null, { status: 403 })
  return data({ locale: pass.seat.locale, view: await readSummary(pass) }, { headers: { 'Cache-Control': 'no-store' } })
}

export default function SummaryPage() {
  const { locale, view } = useLoaderData<typeof loader>()
  const { common, room } = messages(locale)
  return (
    <Page texts={common} homeHref={paths.front(locale)}>
      <Summary view={view} texts={room} />
    </Page>
  )
}

async function readSummary({ seat, meeting }: SeatPass): Promise<SummaryView> {
  const [agenda, seats, type, said] = await Promise.all([
    getRecord(meeting.id), listSeats(meeting.id), findMeetingTypeById(meeting.typeId), mayReadRecord(seat) ? listMessages(meeting.id) : [],
  ])
  const others = seats.filter((other) => other.role !== seat.role).map(({ name }) => name)
  return {
    locale: seat.locale,
    timeZone: seat.timeZone,
    meeting: { title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt },
    withNames: listText(others, seat.locale),
    isOver: meeting.state === 'ended',
    agenda,
    said,
    seatId: seat.id,
    links: { room: paths.room(seat.id), bookNext: type ? paths.book(seat.locale, type.slug) : paths.front(seat.locale) },
  }
}
