import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { giveAnswer, readAnswer } from '#app/domain/booking/replies/page.server.ts'
import { AnswerView, type AnswerState } from '#app/domain/booking/ui/replies/answer-view.tsx'
import { localeOf } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: state }) => (
  state ? personalMeta(messages(state.locale).replies.page.title, state.locale) : []
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const state = await readAnswer({ id: params.id, key: params.key, locale: localeOf(request) })
  return data(state, state.asked ? 200 : 410)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const state = await giveAnswer({ id: params.id, key: params.key, locale: localeOf(request) })
  return data(state, state.asked ? 200 : 410)
}

export default function AnswerPage() {
  const asked = useLoaderData<typeof loader>()
  const state = useActionData<AnswerState>() ?? asked
  return <SitePage locale={state.locale}><AnswerView state={state} /></SitePage>
}
