import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { findCaughtMail } from '#app/platform/smtp/mailbox.server.ts'
import { requireLocalPeer } from './require-local.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject ?? 'Caught mail' }]

/** The mail's own HTML stands in a frame, and only this page may hold one. */
export const headers: HeadersFunction = () => ({
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    + "img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
})

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireLocalPeer(context)
  const mail = await findCaughtMail(params.id ?? '')
  if (!mail) throw new Response(null, { status: 404 })
  const { id, subject, headers: fields, text, calendar } = mail
  return { locale: 'en', id, subject, fields, text, links: linksIn(text), calendar: calendar?.content ?? null }
}

export default function CaughtMailPage() {
  const { id, subject, fields, text, links, calendar } = useLoaderData<typeof loader>()
  const here = `${paths.devMail()}/${id}`
  return (
    <main className="page-main stack" id="content">
      <p><a href={paths.devMail()}>All caught mail</a></p>
      <h1>{subject}</h1>
      <ul className="row">
        <li><a href={`${here}/source`}>Raw source</a></li>
        {calendar && <li><a href={`${here}/invite.ics`} download="invite.ics">invite.ics</a></li>}
      </ul>
      <h2>Links in it</h2>
      <ul className="stack">{links.map(({ label, href }) => <li key={href + label}><a href={href}>{label}</a></li>)}</ul>
      <h2>As HTML</h2>
      <iframe
        title={`The HTML of: ${subject}`} src={`${here}/html`} sandbox="allow-top-navigation-by-user-activation"
        style={{ inlineSize: '100%', blockSize: '60rem', border: '1px solid var(--line)' }}
      />
      <Verbatim title="As text" text={text} />
      {calendar && <Verbatim title="Calendar" text={calendar} />}
      <Verbatim title="Headers" text={fields.map(({ name, value }) => `${name}: ${value}`).join('\n')} />
    </main>
  )
}

function Verbatim({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h2>{title}</h2>
      <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>{text}</pre>
    </>
  )
}

/** In the text part a link stands on a line of its own, below what it is called. */
function linksIn(text: string): { label: string; href: string }[] {
  const lines = text.split(/\r?\n/)
  return lines.flatMap((line, index) => (
    /^https?:\/\/\S+$/.test(line) ? [{ label: (lines[index - 1] ?? '').replace(/:$/, '') || line, href: line }] : []
  ))
}
