import {
  data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelBooking } from '#app/domain/booking/commands.server.ts'
import { findMeetingSheet } from '#app/domain/booking/desk/desk.server.ts'
import { MeetingView } from '#app/domain/booking/ui/desk/meeting-view.tsx'
import { guestsText } from '#app/domain/booking/ui/desk/words.ts'
import { findMeetingRow } from '#app/domain/meeting/queries.server.ts'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import styles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => loaded ? personalMeta(loaded.title, loaded.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: hostId, name, locale, timeZone } = await requireHost(request)
  const reader = { locale, timeZone, now: now() }
  const sheet = isId(params.meetingId) ? await findMeetingSheet(hostId, params.meetingId, reader.now) : null
  if (!sheet) throw new Response(null, { status: 404 })
  const title = guestsText(sheet.guests, messages(locale).desk.today, locale)
  return data({ locale, name, title, sheet, reader }, { headers: { 'Cache-Control': 'no-store' } })
}

/** Cancels the meeting; that is all that a POST here can ask for. */
export async function action({ request, params }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const row = isId(params.meetingId) ? await findMeetingRow(host.id, params.meetingId) : null
  if (!row) throw new Response(null, { status: 404 })
  const form = await request.formData()
  if (form.get('intent') !== 'cancel') throw new Response(null, { status: 400 })
  const cancelled = await cancelBooking(row.hostSeatId, now())
  if (!cancelled.ok) return data({ isRefused: true }, { status: 409 })
  throw redirect(paths.deskMeeting(row.meeting.id), 303)
}

export default function MeetingPage() {
  const { locale, name, sheet, reader } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage viewer={{ name, locale }} current="meetings">
      <MeetingView sheet={sheet} reader={reader} isRefused={refused?.isRefused} />
    </DeskPage>
  )
}
