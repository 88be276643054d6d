import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { leaveMeeting, prepareInvited, readInvited } from '#app/domain/booking/colleagues/page.server.ts'
import { InvitedView, type InvitedState } from '#app/domain/booking/ui/colleagues/invited-view.tsx'
import { requireSeat } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { localeOf } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['form-care'] }

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: invited }) =>
  invited ? personalMeta(fill(messages(invited.locale).colleagues.invited.pageTitle, { host: invited.host }), invited.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs): Promise<InvitedState> {
  return readInvited(await requireSeat(request, params.seatId, 'booking'))
}

/** Prepares the agenda; the form that says no names no intent. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData().catch(() => new FormData())
  const proving = requireSeat(request, params.seatId, 'booking')
  if (form.has('intent')) return data(await prepareInvited(await proving, form), 422)
  return data(await leaveMeeting(proving, localeOf(request)), 409)
}

export default function InvitedPage() {
  const asked = useLoaderData<typeof loader>()
  const invited = useActionData<InvitedState>() ?? asked
  return <SitePage locale={invited.locale}><InvitedView invited={invited} /></SitePage>
}
