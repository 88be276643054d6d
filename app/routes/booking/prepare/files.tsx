import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readBooked, requireBooking } from '#app/domain/booking/pages/booked.server.ts'
import { changeFiles, FILE_STATUS } from '#app/domain/booking/prepare/guest-page.server.ts'
import type { BookedState } from '#app/domain/booking/ui/booked/booked-state.ts'
import { BookedView } from '#app/domain/booking/ui/booked/booked-view.tsx'
import { requireSeat } from '#app/guards.server.ts'
import { paths } from '#app/paths.ts'
import { formHeaders } from '#app/ui/form-headers.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['form-care'] }

export const headers = formHeaders({ 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction = () => []

/** The files stand on the booking's own page. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { pass } = await requireBooking(await requireSeat(request, params.seatId, 'booking'), request)
  return redirect(`${paths.booking(pass.seat.id)}#files`, 303)
}

/** Takes in one file, or lets go of one. It has an address of its own, for only there so much may be sent. */
export async function action({ request, params }: ActionFunctionArgs) {
  const proven = await requireBooking(await requireSeat(request, params.seatId, 'booking'), request)
  const fileFault = await changeFiles(proven.pass, await request.formData())
  if (!fileFault) throw redirect(`${paths.booking(proven.pass.seat.id)}#files`, 303)
  return data({ ...await readBooked(proven), fileFault }, FILE_STATUS[fileFault])
}

export default function FilesPage() {
  const booked = useActionData<BookedState>()
  return booked && <SitePage locale={booked.locale}><BookedView booked={booked} /></SitePage>
}
