import { data, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConnectionView, type ConnectionViewProps } from '#app/domain/people/ui/connection/connection-view.tsx'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { now } from '#app/platform/clock.server.ts'
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
  return { name, locale, timeZone }
}

type Answered = Pick<ConnectionViewProps, 'tested' | 'tooManyMinutes'>

const NOTHING_ANSWERED: Answered = { tested: null, tooManyMinutes: null }

/** Asks the media server's ports, which changes nothing anywhere. */
export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const rate = await checkRateOf('connection-test', host.id, TESTS_AN_HOUR)
  if (!rate.isWithin) return data({ ...NOTHING_ANSWERED, tooManyMinutes: rate.retryAfterMinutes }, 429)
  return data({ ...NOTHING_ANSWERED, tested: { at: now(), parts: await testConnection() } }, 200)
}

export default function Connection() {
  const { name, locale, timeZone } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <DeskPage viewer={{ name, locale }} current="connection">
      <ConnectionView locale={locale} timeZone={timeZone} {...(answered ?? NOTHING_ANSWERED)} />
    </DeskPage>
  )
}
