import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeColleagues } from '#app/domain/booking/colleagues/page.server.ts'
import { readBooked, requireBooking } from '#app/domain/booking/pages/booked.server.ts'
import { changePoints } from '#app/domain/booking/prepare/guest-page.server.ts'
import { cancelBooking } from '#app/domain/booking/commands.server.ts'
import { waitForEarlier } from '#app/domain/booking/watch/earlier.server.ts'
import type { BookedState } from '#app/domain/booking/ui/booked/booked-state.ts'
import { BookedView } from '#app/domain/booking/ui/booked/booked-view.tsx'
import { requireSeat } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { readContext } from '#app/load-context.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { formHeaders, retryHeaders } from '#app/ui/form-headers.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['form-care'] }

export const headers = formHeaders({ 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: booked }) =>
  booked ? personalMeta(fill(messages(booked.locale).booking.booked.pageTitle, { host: booked.host }), booked.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs) {
  return readBooked(await requireBooking(await requireSeat(request, params.seatId, 'booking'), request))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const proven = await requireBooking(await requireSeat(request, params.seatId, 'booking'), request)
  const seatId = proven.pass.seat.id
  const form = await request.formData()
  if (form.get('intent') === 'cancel') {
    const cancelled = await cancelBooking(seatId, now())
    if (cancelled.ok) throw redirect(paths.booking(seatId), 303)
    return data({ ...await readBooked(proven), refused: 'not-changeable' }, 409)
  }
  if (form.get('intent') === 'wait' || form.get('intent') === 'stop-waiting') {
    const waited = await waitForEarlier(seatId, form.get('intent') === 'wait', now())
    if (waited.ok) throw redirect(`${paths.booking(seatId)}#earlier`, 303)
    return data({ ...await readBooked(proven), refused: 'not-changeable' }, 409)
  }
  if (form.get('intent') === 'add-colleague' || form.get('intent') === 'remove-colleague') {
    const { status, retryAfterSeconds, state } = await changeColleagues(proven, form, readContext(context).clientAddress)
    return data(state, { status, headers: retryHeaders(retryAfterSeconds) })
  }
  const refused = await changePoints(proven.pass, form)
  if (!refused) throw redirect(`${paths.booking(seatId)}#agenda`, 303)
  return data({ ...await readBooked(proven), ...refused }, 422)
}

export default function BookingPage() {
  const asked = useLoaderData<typeof loader>()
  const booked = useActionData<BookedState>() ?? asked
  return <SitePage locale={booked.locale}><BookedView booked={booked} /></SitePage>
}
