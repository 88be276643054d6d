import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readSought } from '#app/domain/booking/access/page.server.ts'
import { AccessView } from '#app/domain/booking/ui/access/access-view.tsx'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import styles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).after.access.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, locale } = await requireHost(request)
  const sought = await readSought(new URL(request.url))
  return data({ name, locale, sought }, { status: sought?.isBroken ? 422 : 200, headers: { 'Cache-Control': 'no-store' } })
}

export default function PersonPage() {
  const { name, locale, sought } = useLoaderData<typeof loader>()
  return <DeskPage viewer={{ name, locale }} current="settings"><AccessView sought={sought} locale={locale} /></DeskPage>
}
