import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readDetails } from '#app/domain/booking/pages/details.server.ts'
import { submitDetails } from '#app/domain/booking/pages/submit.server.ts'
import type { DetailsState } from '#app/domain/booking/ui/details/details-state.ts'
import { DetailsView } from '#app/domain/booking/ui/details/details-view.tsx'
import { leadToBooking } from '#app/guards.server.ts'
import { localeOf } from '#app/i18n/locale-of.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { readContext } from '#app/load-context.ts'
import { leadToAskedLanguage } from '#app/platform/pages/language.server.ts'
import { readVisitor } from '#app/platform/pages/visitor.server.ts'
import { formHeaders, retryHeaders } from '#app/ui/form-headers.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['form-care', 'held-time', 'form-proof'] }

/** Each look has a key of its own, by which a repeated submit is known again. */
export const headers = formHeaders()

export const meta: MetaFunction<typeof loader> = ({ data: state }) => {
  if (!state) return []
  const { title, host } = state.offer
  return personalMeta(fill(messages(state.locale).booking.pageTitle, { title, host }), state.locale)
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  leadToAskedLanguage(request)
  const look = await readDetails(new URL(request.url), { slug: params.type, locale: localeOf(request), visitorHash: readVisitor(request) })
  if (look.isBooked) throw leadToBooking(look.seat)
  return look.state
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { clientAddress } = readContext(context)
  const asked = { slug: params.type, locale: localeOf(request), visitorHash: readVisitor(request), clientAddress }
  const submitted = await submitDetails(await request.formData(), asked)
  if (submitted.isBooked) throw leadToBooking(submitted.seat)
  const { status, retryAfterSeconds } = submitted
  return data(submitted.state, { status, headers: retryHeaders(retryAfterSeconds) })
}

export default function DetailsPage() {
  const asked = useLoaderData<typeof loader>()
  const state = useActionData<DetailsState>() ?? asked
  return <SitePage locale={state.locale}><DetailsView state={state} /></SitePage>
}
