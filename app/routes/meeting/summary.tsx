import {
  data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { correctRecord } from '#app/domain/agenda/corrections/commands.server.ts'
import { parseCorrection } from '#app/domain/agenda/corrections/correction-input.ts'
import type { CorrectionRefusal } from '#app/domain/agenda/corrections/correction.ts'
import { markStep } from '#app/domain/agenda/steps/mark.server.ts'
import { readSummary } from '#app/domain/agenda/summary/read-summary.server.ts'
import type { Uncorrected } from '#app/domain/agenda/ui/summary/edit/editing.ts'
import { Summary } from '#app/domain/agenda/ui/summary/summary.tsx'
import type { Visitor } from '#app/domain/meeting/seat.ts'
import { requireReader } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import styles from '#app/ui/css/summary.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'
import { Page } from '#app/ui/page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(fill(messages(loaded.locale).room.summary.metaTitle, { title: loaded.view.meeting.title }), loaded.locale) : []
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const pass = await requireReader(request, params.seatId)
  return data({ locale: pass.seat.locale, view: await readSummary(pass, now()) }, { headers: { 'Cache-Control': 'no-store' } })
}

/** Puts a line or a text right or adds a line, or says that a next step is done; each leads back to its line. */
export async function action({ request, params }: ActionFunctionArgs) {
  const pass = await requireReader(request, params.seatId)
  const form = await request.formData()
  const intent = form.get('intent')
  if (intent === 'done' || intent === 'undone') return mark(pass, form.get('entryId'), intent === 'done')
  const asked = parseCorrection(form)
  if (!asked) throw new Response(null, { status: 400 })
  const corrected = await correctRecord(pass, { asked, now: now() })
  if (corrected.ok) throw redirect(lineOf(pass, corrected.value), 303)
  const { reason } = corrected
  return data<Uncorrected>({ reason, asked }, { status: STATUS[reason], headers: { 'Cache-Control': 'no-store' } })
}

export default function SummaryPage() {
  const { locale, view } = useLoaderData<typeof loader>()
  const unsaved = useActionData<typeof action>() ?? null
  const { common, room } = messages(locale)
  return (
    <Page texts={common} homeHref={paths.front(locale)}>
      <Summary view={view} texts={room} unsaved={unsaved} />
    </Page>
  )
}

async function mark(pass: Visitor, entryId: unknown, isDone: boolean): Promise<never> {
  if (typeof entryId !== 'string' || !isId(entryId)) throw new Response(null, { status: 400 })
  const marked = await markStep(pass, { entryId, isDone, now: now() })
  if (!marked.ok) throw new Response(null, { status: marked.reason === 'no-such-entry' ? 404 : 403 })
  throw redirect(lineOf(pass, entryId), 303)
}

function lineOf({ seat }: Visitor, entryId: string): string {
  return `${paths.roomSummary(seat.id)}#line-${entryId}`
}

const STATUS: Record<CorrectionRefusal, number> = {
  'not-allowed': 403, 'no-such-entry': 404, 'not-over': 409, 'too-late': 409, 'already-there': 409, 'too-many': 409, 'changed-since': 409,
  'empty-text': 422, 'too-long': 422, 'bad-date': 422,
}
