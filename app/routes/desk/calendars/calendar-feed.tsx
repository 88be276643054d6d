import { redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { closeCalendarFeed, openCalendarFeed } from '#app/domain/meeting/calendar-feed/commands.server.ts'
import { findFeedPath } from '#app/domain/meeting/calendar-feed/queries.server.ts'
import { CalendarFeedView, readFeedNews } from '#app/domain/meeting/ui/calendar-feed-view.tsx'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { publicUrl } from '#app/platform/env.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['copy-link'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).desk.calendarFeed.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: hostId, name, locale } = await requireHost(request)
  const path = await findFeedPath(hostId)
  const url = path === null ? null : publicUrl() + path
  return { locale, viewer: { name, locale }, url, news: readFeedNews(new URL(request.url).searchParams) }
}

/** Makes an address, another one, or none. */
export async function action({ request }: ActionFunctionArgs) {
  const { id: hostId } = await requireHost(request)
  const intent = (await request.formData()).get('intent')
  if (intent !== 'made' && intent !== 'renewed' && intent !== 'closed') throw new Response(null, { status: 400 })
  await (intent === 'closed' ? closeCalendarFeed : openCalendarFeed)(hostId)
  return redirect(`${paths.deskCalendarFeed()}?${intent}`, 303)
}

export default function CalendarFeedPage() {
  const { viewer, url, news } = useLoaderData<typeof loader>()
  return (
    <DeskPage viewer={viewer} current="settings">
      <CalendarFeedView url={url} news={news} locale={viewer.locale} />
    </DeskPage>
  )
}
