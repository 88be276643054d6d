import { data, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { sendTestMail } from '#app/domain/people/mail/test-mail.server.ts'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { MailSetUpView, type MailSetUpViewProps } from '#app/domain/people/ui/mail/mail-set-up-view.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { now } from '#app/platform/clock.server.ts'
import { checkRecords, readMailSetUp } from '#app/platform/dns/check.server.ts'
import { checkRateOf } from '#app/platform/rate-limit.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

const CHECKS_AN_HOUR = 60
const TEST_MAILS_AN_HOUR = 6

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).delivery.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, email, locale, timeZone } = await requireHost(request)
  return { name, email, locale, timeZone, setUp: await readMailSetUp() }
}

type Answered = Pick<MailSetUpViewProps, 'checked' | 'tested' | 'refused'>

const NOTHING_ANSWERED: Answered = { checked: null, tested: null, refused: null }

/** Asks DNS, or sends the consultant a mail; neither changes anything here. */
export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const intent = (await request.formData()).get('intent')
  if (intent !== 'check' && intent !== 'test') throw new Response(null, { status: 400 })
  const rate = await checkRateOf(`mail-${intent}`, host.id, intent === 'check' ? CHECKS_AN_HOUR : TEST_MAILS_AN_HOUR)
  if (!rate.isWithin) return answer({ refused: { intent, minutes: rate.retryAfterMinutes } }, 429)
  return intent === 'check' ? check() : testMail(host)
}

async function check() {
  const setUp = await readMailSetUp()
  return answer({ checked: setUp && { at: now(), records: await checkRecords(setUp) } })
}

async function testMail(host: Consultant) {
  const tested = await sendTestMail(host, now())
  return answer({ tested }, tested.outcome === 'refused' ? 409 : 200)
}

function answer(answered: Partial<Answered>, status = 200) {
  return data({ ...NOTHING_ANSWERED, ...answered }, status)
}

export default function MailRecords() {
  const { name, ...loaded } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <DeskPage viewer={{ name, locale: loaded.locale }} current="settings">
      <MailSetUpView {...loaded} {...(answered ?? NOTHING_ANSWERED)} />
    </DeskPage>
  )
}
