import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { SettingsView } from '#app/domain/people/ui/settings-view.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import styles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: viewer }) => (
  viewer ? personalMeta(messages(viewer.locale).desk.settings.title, viewer.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, locale } = await requireHost(request)
  return { name, locale }
}

export default function SettingsPage() {
  const viewer = useLoaderData<typeof loader>()
  return <DeskPage viewer={viewer} current="settings"><SettingsView locale={viewer.locale} /></DeskPage>
}
