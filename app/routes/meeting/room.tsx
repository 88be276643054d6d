import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findMirrorChoice } from '#app/domain/agenda/mirror/choice.server.ts'
import { getSeen } from '#app/domain/agenda/sight/seen.server.ts'
import { RoomPage } from '#app/domain/agenda/ui/room/room-page.tsx'
import type { RoomPageData } from '#app/domain/agenda/ui/room/room-page-data.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { grantOnReturn } from '#app/domain/meeting/door/door.server.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import type { RoomLinks } from '#app/domain/meeting/room-data.ts'
import type { SeatPass, Visitor } from '#app/domain/meeting/seat.ts'
import { requireVisitor, withDevice } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { browserUrl } from '#app/platform/livekit.server.ts'
import roomStyles from '#app/ui/css/room.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { island: 'room' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: roomStyles }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(fill(loaded.room.messages.room.title, { title: loaded.room.meeting.title }), loaded.room.seat.locale) : []
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visitor, headers: known } = withDevice(await requireVisitor(request, params.seatId, 'room'))
  const room = await readRoom(visitor, request)
  return data({ locale: visitor.seat.locale, room }, { headers: { 'Cache-Control': 'no-store', ...known } })
}

export default function Room() {
  const { room } = useLoaderData<typeof loader>()
  return <RoomPage room={room} />
}

async function readRoom(pass: Visitor, request: Request): Promise<RoomPageData> {
  const { seat, meeting } = pass
  const [door, agenda, mirror, grant, type] = await Promise.all([
    getDoor(pass, now()), getSeen(pass), findMirrorChoice(pass), grantOnReturn(pass, now()), findMeetingTypeById(meeting.typeId),
  ])
  const { agenda: agendaTexts, room: roomTexts } = messages(seat.locale)
  return {
    seat: { id: seat.id, role: seat.role, name: seat.name, locale: seat.locale, timeZone: seat.timeZone },
    meeting: {
      id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, state: door.meetingState,
    },
    door,
    agenda,
    mirror,
    livekit: { url: browserUrl(request), grant, ...door.livekit },
    serverNow: now(),
    links: linksOf(pass, type),
    messages: { room: roomTexts, agenda: agendaTexts },
  }
}

function linksOf({ seat }: SeatPass, type: MeetingType | null): RoomLinks {
  return {
    token: paths.roomToken(seat.id),
    door: paths.roomDoor(seat.id),
    times: paths.roomTimes(seat.id),
    agenda: paths.roomAgenda(seat.id),
    hostNotes: seat.role === 'host' ? paths.roomHostNotes(seat.id) : null,
    prepared: paths.roomPrepared(seat.id),
    consent: paths.roomConsent(seat.id),
    line: paths.roomLine(seat.id),
    feed: paths.roomFeed(seat.id),
    summary: paths.roomSummary(seat.id),
    chat: paths.roomChat(seat.id),
    files: paths.roomFiles(seat.id),
    documents: paths.roomDocuments(seat.id),
    mirror: seat.role === 'host' ? paths.roomMirror(seat.id) : paths.roomMirrorChoice(seat.id),
    bookNext: paths.roomNext(seat.id),
    nextTimes: paths.roomNextTimes(seat.id),
    book: type?.isActive ? paths.book(seat.locale, type.slug) : paths.front(seat.locale),
    booking: seat.role === 'guest' ? paths.booking(seat.id) : null,
    check: paths.roomCheck(seat.id),
    found: paths.roomCheckFound(seat.id),
    probe: paths.roomCheckProbe(seat.id),
  }
}
