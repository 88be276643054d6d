import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPageHref, readOwnPage, type OwnPage } from '#app/domain/booking/colleagues/page.server.ts'
import { changeFiles, FILE_STATUS } from '#app/domain/booking/prepare/guest-page.server.ts'
import { BookedView } from '#app/domain/booking/ui/booked/booked-view.tsx'
import { InvitedView } from '#app/domain/booking/ui/colleagues/invited-view.tsx'
import { requireSeat } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { formHeaders } from '#app/ui/form-headers.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['form-care'] }

export const headers = formHeaders({ 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return []
  const { locale, host } = 'booked' in page ? page.booked : page.invited
  return personalMeta(fill(messages(locale).booking.booked.pageTitle, { host }), locale)
}

/** The files stand on a guest's own page, which is here too: after a file that was refused it is drawn with what this reads. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<OwnPage> {
  return readOwnPage(await requireSeat(request, params.seatId, 'booking'))
}

/** Takes in one file, or lets go of one. It has an address of its own, for only there so much may be sent. */
export async function action({ request, params }: ActionFunctionArgs) {
  const pass = await requireSeat(request, params.seatId, 'booking')
  const href = await ownPageHref(pass)
  const fileFault = await changeFiles(pass, await request.formData())
  if (!fileFault) throw redirect(`${href}#files`, 303)
  return data({ fileFault }, FILE_STATUS[fileFault])
}

export default function FilesPage() {
  const page = useLoaderData<typeof loader>()
  const { fileFault = null } = useActionData<typeof action>() ?? {}
  if ('booked' in page) return <SitePage locale={page.booked.locale}><BookedView booked={{ ...page.booked, fileFault }} /></SitePage>
  return <SitePage locale={page.invited.locale}><InvitedView invited={{ ...page.invited, fileFault }} /></SitePage>
}
