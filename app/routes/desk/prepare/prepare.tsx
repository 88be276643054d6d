import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readPrepare, requireHostPass, submitPrepare } from '#app/domain/booking/prepare/host-page.server.ts'
import type { PrepareRefused } from '#app/domain/booking/prepare/prepare-state.ts'
import { PrepareView } from '#app/domain/booking/ui/prepare/prepare-view.tsx'
import { guestsText } from '#app/domain/booking/ui/desk/words.ts'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import styles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care', 'drag-points'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).prepare.desk.title, loaded.locale) : []
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, name, locale } = await requireHost(request)
  const { row } = await requireHostPass({ id }, params.meetingId)
  const who = guestsText(row.guests, messages(locale).desk.today, locale)
  return { locale, name, who, prepare: await readPrepare(row.meeting) }
}

/** Changes the agenda, or what the host alone has prepared; then leads back to the place on the page it came from. */
export async function action({ request, params }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const { pass, row } = await requireHostPass(host, params.meetingId)
  const form = await request.formData()
  const refused = await submitPrepare(pass, form)
  if (refused) return data({ refused, prepare: await readPrepare(row.meeting) }, statusOf(refused))
  const place = form.get('intent') === 'save-note' ? 'note' : 'point'
  throw redirect(`${paths.deskMeeting(row.meeting.id)}#${place}-${String(form.get('itemId') ?? '')}`, 303)
}

function statusOf({ reason }: PrepareRefused): number {
  const conflicts = ['stale', 'no-such-item', 'meeting-ended', 'too-many', 'already-there']
  if (reason === 'not-allowed') return 403
  return conflicts.includes(reason) ? 409 : reason === 'malformed' ? 400 : 422
}

export default function PreparePage() {
  const { locale, name, who, prepare } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <DeskPage viewer={{ name, locale }} current="meetings">
      <PrepareView who={who} prepare={answered?.prepare ?? prepare} refused={answered?.refused ?? null} locale={locale} />
    </DeskPage>
  )
}
