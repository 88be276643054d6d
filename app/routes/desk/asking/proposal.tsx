import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readAnswerText } from '#app/domain/booking/approval/answer-input.ts'
import { acceptProposal, declineProposal } from '#app/domain/booking/proposal/commands.server.ts'
import { findProposalSheet } from '#app/domain/booking/proposal/queries.server.ts'
import { ProposalView } from '#app/domain/booking/ui/desk/asked/proposal-view.tsx'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { parseInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  if (!loaded) return []
  const { locale, sheet } = loaded
  return personalMeta(fill(messages(locale).asking.desk.proposal.pageTitle, { name: sheet.proposal.name }), locale)
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: hostId, name, locale, timeZone } = await requireHost(request)
  const reader = { locale, timeZone, now: now() }
  const sheet = isId(params.proposalId) ? await findProposalSheet(hostId, params.proposalId, reader.now) : null
  if (!sheet) throw new Response(null, { status: 404 })
  return { locale, viewer: { name, locale }, sheet, reader }
}

/** Picks one of the times, or says no to all. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { id: hostId } = await requireHost(request)
  const proposalId = params.proposalId
  if (!isId(proposalId)) throw new Response(null, { status: 404 })
  const form = await request.formData()
  const text = readAnswerText(form.get('word'))
  const startsAt = parseInstant(form.get('start'))
  if (form.get('intent') !== 'decline' && startsAt === null) throw new Response(null, { status: 400 })
  const answered = startsAt === null ? await declineProposal({ hostId, proposalId, text }, now())
    : await acceptProposal({ hostId, proposalId, startsAt }, now())
  if (answered.ok) {
    const made = answered.value
    throw redirect(made && made.hostId === hostId ? paths.deskMeeting(made.meetingId) : paths.deskProposal(proposalId), 303)
  }
  if (answered.reason === 'no-such-proposal') throw new Response(null, { status: 404 })
  return data({ refusal: answered.reason, typed: text ?? '' }, 409)
}

export default function ProposalPage() {
  const { viewer, sheet, reader } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage viewer={viewer} current="meetings">
      <ProposalView sheet={sheet} reader={reader} refusal={refused?.refusal ?? null} typed={refused?.typed ?? ''} />
    </DeskPage>
  )
}
