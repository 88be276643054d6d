import { data, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findLastReport, testReports } from '#app/domain/meeting/attendance/reports.server.ts'
import { ConnectionView, type ConnectionViewProps } from '#app/domain/people/ui/connection/connection-view.tsx'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { testConnection } from '#app/platform/livekit/connection-test.server.ts'
import { checkRateOf } from '#app/platform/rate-limit.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

const TESTS_AN_HOUR = 60

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).connection.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, locale, timeZone } = await requireHost(request)
  return { name, locale, timeZone, reports: { lastAt: await findLastReport(), hook: hookOf(request) } }
}

type Answered = Pick<ConnectionViewProps, 'tested' | 'tooManyMinutes'>

const NOTHING_ANSWERED: Answered = { tested: null, tooManyMinutes: null }

/** Asks the media server's ports and has it report something, which changes nothing for anybody. */
export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const rate = await checkRateOf('connection-test', host.id, TESTS_AN_HOUR)
  if (!rate.isWithin) return data({ ...NOTHING_ANSWERED, tooManyMinutes: rate.retryAfterMinutes }, 429)
  const [parts, reports] = await Promise.all([testConnection(), testReports(hookOf(request))])
  return data({ ...NOTHING_ANSWERED, tested: { at: now(), parts: reports ? [...parts, reports] : parts } }, 200)
}

/** Where a media server sends its reports. */
function hookOf(request: Request): string {
  return new URL(paths.livekitHook(), env().PUBLIC_URL ?? request.url).href
}

export default function Connection() {
  const { name, locale, timeZone, reports } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <DeskPage viewer={{ name, locale }} current="settings">
      <ConnectionView {...{ locale, timeZone, reports }} {...(answered ?? NOTHING_ANSWERED)} />
    </DeskPage>
  )
}
