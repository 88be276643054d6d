import {
  data, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readNextPage, submitNext } from '#app/domain/booking/next/page.server.ts'
import { NextView, type NextState } from '#app/domain/booking/ui/next/next-view.tsx'
import { requireReader } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { now } from '#app/platform/clock.server.ts'
import styles from '#app/ui/css/summary.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: state }) =>
  state ? personalMeta(fill(messages(state.locale).after.next.metaTitle, { title: state.title }), state.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs): Promise<NextState> {
  return readNextPage(await requireReader(request, params.seatId), new URL(request.url), now())
}

/** Offers times or books one, by a plain form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const pass = await requireReader(request, params.seatId)
  const { state, status } = await submitNext(pass, await request.formData(), { url: new URL(request.url), now: now() })
  return data(state, status)
}

export default function NextPage() {
  const read = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>() ?? read
  return <SitePage locale={state.locale}><NextView state={state} /></SitePage>
}
