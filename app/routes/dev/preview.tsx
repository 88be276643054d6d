import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isLocale } from '#app/kernel/locale.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import roomStyles from '#app/ui/css/room.css?url'
import summaryStyles from '#app/ui/css/summary.css?url'
import { requireLocalPeer } from './require-local.server.ts'
import { statePreviews } from './states.tsx'

/** A state is shown as its page shows it to whoever has scripts: with what they put on it. */
export const handle = { enhance: ['still-dialogs', 'drag-points', 'copy-link'] }

export const links: LinksFunction = () => [roomStyles, summaryStyles, deskStyles].map((href) => ({ rel: 'stylesheet', href }))

export const meta: MetaFunction = ({ params }) => [{ title: params.name }]

/** One state, standing still; `?locale=en` and `?theme=dark` show it in another language and light. */
export function loader({ context, params, request }: LoaderFunctionArgs) {
  requireLocalPeer(context)
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('locale')
  const locale = isLocale(asked) ? asked : 'da'
  const theme = searchParams.get('theme') === 'dark' ? 'dark' : 'light'
  const name = statePreviews().find((state) => state.name === params.name)?.name
  if (!name) throw new Response(null, { status: 404 })
  return { locale, theme, name }
}

export default function Preview() {
  const { locale, name } = useLoaderData<typeof loader>()
  const state = statePreviews().find((candidate) => candidate.name === name && candidate.locale === locale)
  return (
    <main id="content">
      <h1 className="visually-hidden">{name}</h1>
      {state?.element}
    </main>
  )
}
