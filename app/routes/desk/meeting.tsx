import {
  data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readAnswerText } from '#app/domain/booking/approval/answer-input.ts'
import { approveBooking, refuseBooking } from '#app/domain/booking/approval/commands.server.ts'
import { cancelBooking } from '#app/domain/booking/commands.server.ts'
import { sendAgain } from '#app/domain/booking/delivery/send-again.server.ts'
import { findMeetingSheet } from '#app/domain/booking/desk/desk.server.ts'
import { answerCounter } from '#app/domain/booking/replies/desk.server.ts'
import type { AnswerRefusal } from '#app/domain/booking/ui/desk/asked/answer-meeting.tsx'
import { DoorBell } from '#app/domain/booking/ui/desk/door/door-bell.tsx'
import type { Unsent } from '#app/domain/booking/ui/desk/mails/send-again.tsx'
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

export const handle = { enhance: ['door-bell', 'form-care', 'drag-points', 'copy-link'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => loaded ? personalMeta(loaded.title, loaded.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, name, locale, timeZone } = await requireHost(request)
  const reader = { locale, timeZone, now: now() }
  const sheet = isId(params.meetingId) ? await findMeetingSheet({ id, locale }, params.meetingId, reader.now) : null
  if (!sheet) throw new Response(null, { status: 404 })
  const title = guestsText(sheet.guests, messages(locale).desk.today, locale)
  return data({ locale, name, title, sheet, reader }, { headers: { 'Cache-Control': 'no-store' } })
}

/** Cancels the meeting, answers one that waits for a yes or a no, or sends a mail about it again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const row = isId(params.meetingId) ? await findMeetingRow(host.id, params.meetingId) : null
  if (!row) throw new Response(null, { status: 404 })
  const form = await request.formData()
  if (form.get('intent') === 'send-again') return sendMailAgain(form, row.meeting.id)
  const asked = { hostId: host.id, meetingId: row.meeting.id }
  const unanswered = await decide(form, asked, row.hostSeatId)
  if (unanswered) return data(unanswered, { status: 409 })
  throw redirect(paths.deskMeeting(row.meeting.id), 303)
}

type Refused = {
  isRefused: boolean
  unanswered: AnswerRefusal | null
  unmoved: Awaited<ReturnType<typeof answerCounter>>
  typed: string
  unsent: Unsent | null
}

const NOTHING_REFUSED: Refused = { isRefused: false, unanswered: null, unmoved: null, typed: '', unsent: null }

function decide(form: FormData, asked: { hostId: string; meetingId: string }, hostSeatId: string): Promise<Refused | null> {
  switch (form.get('intent')) {
    case 'cancel': return cancel(hostSeatId)
    case 'accept-counter':
    case 'decline-counter': return counter(form, asked.hostId)
    default: return answer(form, asked)
  }
}

async function counter(form: FormData, hostId: string): Promise<Refused | null> {
  const unmoved = await answerCounter(form, hostId, now())
  return unmoved && { ...NOTHING_REFUSED, unmoved }
}

async function cancel(hostSeatId: string): Promise<Refused | null> {
  const cancelled = await cancelBooking(hostSeatId, now())
  return cancelled.ok ? null : { ...NOTHING_REFUSED, isRefused: true }
}

async function answer(form: FormData, asked: { hostId: string; meetingId: string }): Promise<Refused | null> {
  const intent = form.get('intent')
  if (intent !== 'approve' && intent !== 'refuse') throw new Response(null, { status: 400 })
  const text = readAnswerText(form.get('word'))
  const answered = await (intent === 'approve' ? approveBooking(asked, now()) : refuseBooking({ ...asked, text }, now()))
  if (answered.ok) return null
  if (answered.reason === 'no-such-booking') throw new Response(null, { status: 404 })
  return { ...NOTHING_REFUSED, unanswered: answered.reason, typed: text ?? '' }
}

async function sendMailAgain(form: FormData, meetingId: string) {
  const [mailId, email] = [String(form.get('mail') ?? ''), form.get('email')]
  const typed = typeof email === 'string' ? email : null
  const again = await sendAgain({ meetingId, mailId, email: typed }, now())
  if (again.ok) throw redirect(`${paths.deskMeeting(meetingId)}#mails`, 303)
  const { reason } = again
  if (reason === 'no-such-mail') throw new Response(null, { status: 404 })
  const unsent = { mailId, reason, email: typed ?? '' }
  return data({ ...NOTHING_REFUSED, unsent }, { status: reason === 'bad-address' ? 422 : 409 })
}

export default function MeetingPage() {
  const { locale, name, sheet, reader } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage viewer={{ name, locale }} current="meetings">
      <DoorBell locale={locale} />
      <MeetingView sheet={sheet} reader={reader} {...refused} />
    </DeskPage>
  )
}
