import { data, redirect, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listHosts } from '#app/domain/meeting/hosts/host-seats.server.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { CheckPage } from '#app/domain/meeting/ui/check/check-page.tsx'
import type { CheckPageData } from '#app/domain/meeting/ui/check/check-page-data.ts'
import { presentHosts } from '#app/domain/people/present-hosts.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import styles from '#app/ui/css/check.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'
import { Page } from '#app/ui/page.tsx'

export const handle = { island: 'check' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(loaded.page.texts.tests.page.metaTitle, loaded.locale) : []
)

/** For whoever was turned away, or when the meeting is over, there is nothing to prepare: the room says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const pass = await requireSeat(request, params.seatId, 'room')
  const { seat, meeting: { state } } = pass
  if (seat.door === 'removed' || state === 'ended' || state === 'cancelled') throw redirect(paths.room(seat.id), 303)
  return data({ locale: seat.locale, page: await readPage(pass) }, { headers: { 'Cache-Control': 'no-store' } })
}

export default function Check() {
  const { locale, page } = useLoaderData<typeof loader>()
  return (
    <Page texts={messages(locale).common} homeHref={paths.front(locale)}>
      <CheckPage page={page} />
    </Page>
  )
}

async function readPage({ seat, meeting }: SeatPass): Promise<CheckPageData> {
  const { name, phone } = presentHosts(await listHosts(await listSeats(meeting.id)), seat.locale)
  const { check, controls, help, tests } = messages(seat.locale).room
  const isHost = seat.role === 'host'
  return {
    locale: seat.locale, isHost, host: { name, phone },
    links: {
      found: paths.roomCheckFound(seat.id), probe: paths.roomCheckProbe(seat.id), room: paths.room(seat.id),
      booking: isHost ? null : paths.booking(seat.id),
    },
    texts: { check, controls, help, tests },
  }
}
