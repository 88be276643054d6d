import { data, redirect, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOpened } from '#app/domain/booking/pages/one-off.server.ts'
import { OneOffView } from '#app/domain/booking/ui/one-off/one-off-view.tsx'
import { bindBrowser } from '#app/guards.server.ts'
import { askedLocale } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).asking.oneOff.wrong.title, loaded.locale) : []
)

/** Exchanges the key for a cookie, so that it leaves the address bar at once. Changes nothing on the server. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const link = await findOpened(params)
  if (!link) return data({ locale: askedLocale(request) }, 404)
  throw redirect(paths.oneOff(link.id), {
    status: 303, headers: { 'Set-Cookie': bindBrowser(link, 'one-off'), 'Cache-Control': 'no-store' },
  })
}

export default function WrongLink() {
  const { locale } = useLoaderData<typeof loader>()
  return <SitePage locale={locale}><OneOffView page={{ kind: 'wrong', locale }} /></SitePage>
}
