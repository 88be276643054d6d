import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { OneOff } from '#app/domain/booking/one-off/one-off.ts'
import { readOneOff, submitOneOff } from '#app/domain/booking/pages/one-off.server.ts'
import type { OneOffPage } from '#app/domain/booking/ui/one-off/one-off-state.ts'
import { OneOffView } from '#app/domain/booking/ui/one-off/one-off-view.tsx'
import { isBound, leadToBooking } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { readContext } from '#app/load-context.ts'
import { formHeaders, retryHeaders } from '#app/ui/form-headers.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['own-zone', 'form-care'] }

export const headers = formHeaders({ 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? personalMeta(titleOf(page), page.locale) : [])

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { status, page } = await readOneOff(request, askedBy(request, params.id))
  return data(page, status)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { clientAddress } = readContext(context)
  const submitted = await submitOneOff(request, { ...askedBy(request, params.id), clientAddress })
  if (submitted.isBooked) throw leadToBooking(submitted.seat)
  const { status, retryAfterSeconds, page } = submitted
  return data(page, { status, headers: retryHeaders(retryAfterSeconds) })
}

export default function OneOffRoute() {
  const asked = useLoaderData<typeof loader>()
  const page = useActionData<typeof action>() ?? asked
  return <SitePage locale={page.locale}><OneOffView page={page} /></SitePage>
}

function askedBy(request: Request, id: string | undefined) {
  return { id, isBound: (link: OneOff) => isBound(request, link, 'one-off') }
}

function titleOf(page: OneOffPage): string {
  const { oneOff: texts } = messages(page.locale).asking
  if (page.kind === 'open') return fill(texts.pageTitle, { title: page.offer.title, host: page.offer.host })
  return page.kind === 'wrong' ? texts.wrong.title : texts[page.state].title
}
