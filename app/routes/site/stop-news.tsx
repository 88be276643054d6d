import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isNewsKey, stopNews } from '#app/domain/booking/watch/stop-news.server.ts'
import { localeOf } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? personalMeta(messages(data.locale).mail.stopNews.link, data.locale) : []

export function loader({ request, params }: LoaderFunctionArgs) {
  requireKey(params)
  return { locale: localeOf(request) }
}

export async function action({ params }: ActionFunctionArgs) {
  await stopNews(requireKey(params))
  return { isDone: true }
}

export default function StopNewsPage() {
  const { locale } = useLoaderData<typeof loader>()
  const isDone = useActionData<typeof action>() !== undefined
  const texts = messages(locale).mail.stopNews
  return (
    <SitePage locale={locale}>
      <div className="booked-page">
        <header className="booked-head">
          <h1>{isDone ? texts.doneTitle : texts.title}</h1>
          <p className="lede">{isDone ? texts.doneText : texts.text}</p>
        </header>
        {!isDone && <form method="post"><Button>{texts.submit}</Button></form>}
      </div>
    </SitePage>
  )
}

/** @throws {Response} 404 for a key that is not ours. */
function requireKey({ id = '', key = '' }: { id?: string; key?: string }): string {
  if (!isNewsKey(id, key)) throw new Response(null, { status: 404 })
  return id
}
