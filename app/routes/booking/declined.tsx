import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? personalMeta(messages(data.locale).colleagues.invited.goneTitle, data.locale) : []

export function loader({ request }: LoaderFunctionArgs) {
  return { locale: localeOf(request) }
}

/** Where a colleague ends who does not want to come. It says the same to everybody. */
export default function DeclinedPage() {
  const { locale } = useLoaderData<typeof loader>()
  const { goneTitle, goneText } = messages(locale).colleagues.invited
  return (
    <SitePage locale={locale}>
      <div className="booked-page">
        <header className="booked-head">
          <h1>{goneTitle}</h1>
          <p className="lede">{goneText}</p>
        </header>
      </div>
    </SitePage>
  )
}
