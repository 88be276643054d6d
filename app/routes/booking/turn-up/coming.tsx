import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readComing, submitComing } from '#app/domain/booking/turn-up/page.server.ts'
import { ComingView, type ComingState } from '#app/domain/booking/ui/booked/coming-view.tsx'
import { requireSeat } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: state }) =>
  state ? personalMeta(fill(messages(state.locale).booking.coming.pageTitle, { host: state.host }), state.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs): Promise<ComingState> {
  return readComing(await requireSeat(request, params.seatId, 'booking'))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const pass = await requireSeat(request, params.seatId, 'booking')
  return data(await submitComing(pass, await request.formData()), 409)
}

export default function ComingPage() {
  const asked = useLoaderData<typeof loader>()
  const state = useActionData<ComingState>() ?? asked
  return <SitePage locale={state.locale}><ComingView state={state} /></SitePage>
}
