import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readDeskLinks, readLinkForm, submitLink, takeLinkBack } from '#app/domain/booking/desk/links.server.ts'
import { LinksView, type LinksViewProps } from '#app/domain/booking/ui/desk/asked/links-view.tsx'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care', 'copy-link'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).asking.links.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const host = await requireHost(request)
  const { name, locale, timeZone } = host
  const reader = { locale, timeZone, now: now() }
  const [list, form] = await Promise.all([readDeskLinks(host, reader.now), readLinkForm(host, reader.now)])
  return { locale, viewer: { name, locale }, list, form, reader, news: newsIn(request, list) }
}

/** Makes a link, or takes one back. */
export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const form = await request.formData()
  if (form.get('intent') === 'revoke') {
    if (!await takeLinkBack(form, host, now())) throw new Response(null, { status: 404 })
    return redirect(`${paths.deskLinks()}?revoked`, 303)
  }
  const made = await submitLink(form, host, now())
  return made.isMade ? redirect(`${paths.deskLinks()}?made`, 303) : data(made.form, 422)
}

export default function LinksPage() {
  const { viewer, list, form, reader, news } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <DeskPage viewer={viewer} current="links">
      <LinksView links={list} reader={reader} form={answered ?? form} news={answered ? null : news} />
    </DeskPage>
  )
}

/** The newest link is the one that was just made; no name stands in the address. */
function newsIn(request: Request, list: LinksViewProps['links']): LinksViewProps['news'] {
  const { searchParams } = new URL(request.url)
  if (searchParams.has('revoked')) return { kind: 'revoked', name: '' }
  return searchParams.has('made') ? { kind: 'made', name: list[0]?.name ?? '' } : null
}
