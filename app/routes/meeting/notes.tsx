import {
  data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ChangeRefusal } from '#app/domain/agenda/change.ts'
import { writeNote } from '#app/domain/agenda/notes/commands.server.ts'
import { parseSentNote } from '#app/domain/agenda/notes/note-input.ts'
import { notePageOf } from '#app/domain/agenda/notes/queries.server.ts'
import { listRoomFiles } from '#app/domain/agenda/prepare/room-files.server.ts'
import { NotesPage } from '#app/domain/agenda/ui/notes/notes-page.tsx'
import { getSeen, sightOfPass } from '#app/domain/agenda/sight/seen.server.ts'
import { sayRefusal } from '#app/domain/agenda/ui/panel/refusal-words.ts'
import { isOver } from '#app/domain/meeting/meeting.ts'
import { requireSeat } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import styles from '#app/ui/css/summary.css?url'
import { Page } from '#app/ui/page.tsx'
import { personalMeta } from '#app/ui/page-meta.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).agenda.writing.page.title, loaded.locale) : []
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const pass = await requireSeat(request, params.seatId, 'room')
  const { seat, meeting } = pass
  if (seat.door === 'removed') throw new Response(null, { status: 403 })
  const isSaved = new URL(request.url).searchParams.has('saved')
  const summaryHref = meeting.state === 'ended' ? paths.roomSummary(seat.id) : null
  const isOutside = sightOfPass(pass) !== 'whole'
  const [seen, files] = await Promise.all([getSeen(pass), listRoomFiles(pass)])
  const links = { roomHref: paths.room(seat.id), filesHref: paths.roomPrepared(seat.id), summaryHref }
  const view = { ...notePageOf(seen), ...links, files: files ?? [], isOver: isOver(meeting), isOutside, isSaved }
  return { locale: seat.locale, view }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const pass = await requireSeat(request, params.seatId, 'room')
  const sent = parseSentNote(await request.formData().catch(() => new FormData()))
  if (!sent) throw new Response(null, { status: 400 })
  const written = await writeNote(pass, sent, now())
  if (written.ok) return redirect(`${paths.roomNotes(pass.seat.id)}?saved`, 303)
  return data({ ...sent, words: sayRefusal(written.reason, messages(pass.seat.locale).agenda) }, STATUS[written.reason] ?? 422)
}

const STATUS: Partial<Record<ChangeRefusal, number>> = { 'not-allowed': 403, 'not-admitted': 403, 'meeting-ended': 409 }

export default function Notes() {
  const { locale, view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { common, agenda } = messages(locale)
  return (
    <Page texts={common} homeHref={paths.front(locale)}>
      <NotesPage view={{ ...view, refused, isSaved: view.isSaved && !refused }} texts={agenda} locale={locale} />
    </Page>
  )
}
