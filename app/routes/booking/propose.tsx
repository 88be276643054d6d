import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readPropose, submitProposal } from '#app/domain/booking/pages/propose.server.ts'
import { ProposeView } from '#app/domain/booking/ui/propose/propose-view.tsx'
import { fill } from '#app/i18n/fill.ts'
import { localeOf } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { readContext } from '#app/load-context.ts'
import { paths } from '#app/paths.ts'
import { formHeaders, retryHeaders } from '#app/ui/form-headers.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['form-care'] }

export const headers = formHeaders()

export const meta: MetaFunction<typeof loader> = ({ data: state }) => {
  if (!state) return []
  const { title, host } = state.offer
  return personalMeta(fill(messages(state.locale).asking.propose.pageTitle, { title, host }), state.locale)
}

export function loader({ request, params }: LoaderFunctionArgs) {
  return readPropose(new URL(request.url), { slug: params.type, locale: localeOf(request) })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { clientAddress } = readContext(context)
  const answer = await submitProposal(await request.formData(), { slug: params.type, locale: localeOf(request), clientAddress })
  if (answer.isDone) throw redirect(answer.to, 303)
  const { status, retryAfterSeconds, state } = answer
  return data(state, { status, headers: retryHeaders(retryAfterSeconds) })
}

export default function ProposePage() {
  const asked = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>() ?? asked
  const { locale, carried, zone, offer } = state
  const sent = state.sent.length > 0 ? state.sent.map(isoInstant).join() : undefined
  return (
    <SitePage locale={locale} otherHref={paths.propose(locale === 'da' ? 'en' : 'da', offer.slug, { ...carried, zone, sent })}>
      <ProposeView state={state} />
    </SitePage>
  )
}
