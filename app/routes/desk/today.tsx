import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hasDemoMeetings, listBookingLinks, readDeskDay } from '#app/domain/booking/desk/desk.server.ts'
import { listOpenProposals } from '#app/domain/booking/proposal/queries.server.ts'
import { listOpenCounters } from '#app/domain/booking/replies/counter.server.ts'
import { countKeptMails } from '#app/domain/booking/replies/desk.server.ts'
import { DoorBell } from '#app/domain/booking/ui/desk/door/door-bell.tsx'
import { TodayView, type TodayViewProps } from '#app/domain/booking/ui/desk/today-view.tsx'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import styles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['door-bell', 'copy-link'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).desk.today.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const host = await requireHost(request)
  const { name, locale, timeZone } = host
  const reader = { locale, timeZone, now: now() }
  const [day, bookingLinks, hasDemo, proposals, counters, count] = await Promise.all([
    readDeskDay(host, reader.now), listBookingLinks(host), hasDemoMeetings(host.id), listOpenProposals(host.id),
    listOpenCounters(host.id, reader.now), countKeptMails(),
  ])
  const isRemoved = new URL(request.url).searchParams.get('removed') === '1'
  const kept = { count, mailbox: env().MAIL_FROM }
  const demo = hasDemo ? 'present' : isRemoved ? 'removed' : 'none'
  const view: TodayViewProps = { day, proposals, counters, kept, reader, bookingLinks, demo }
  return data({ locale, name, view }, { headers: { 'Cache-Control': 'no-store' } })
}

export default function TodayPage() {
  const { locale, name, view } = useLoaderData<typeof loader>()
  return <DeskPage viewer={{ name, locale }} current="meetings"><DoorBell locale={locale} /><TodayView {...view} /></DeskPage>
}
