import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirm, readConfirm } from '#app/domain/booking/unconfirmed/page.server.ts'
import { ConfirmView, type ConfirmState } from '#app/domain/booking/ui/confirm/confirm-view.tsx'
import { leadToBooking } from '#app/guards.server.ts'
import { localeOf } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['form-care'] }

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: state }) =>
  state ? personalMeta(messages(state.locale).reservation.confirm.title, state.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs) {
  const state = await readConfirm({ id: params.id, key: params.key, locale: localeOf(request) })
  return data(state, state.waiting ? 200 : 410)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const confirmed = await confirm({ id: params.id, key: params.key, locale: localeOf(request) }, await request.formData())
  if (confirmed.isBooked) throw leadToBooking(confirmed.seat)
  return data(confirmed.state, confirmed.status)
}

export default function ConfirmPage() {
  const asked = useLoaderData<typeof loader>()
  const state = useActionData<ConfirmState>() ?? asked
  return <SitePage locale={state.locale}><ConfirmView state={state} /></SitePage>
}
