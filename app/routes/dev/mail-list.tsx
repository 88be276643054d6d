import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { env } from '#app/platform/env.server.ts'
import { listMailbox } from '#app/platform/smtp/mailbox.server.ts'
import { requireLocalPeer } from './require-local.server.ts'

export const meta: MetaFunction = () => [{ title: 'Caught mail' }]

export async function loader({ context }: LoaderFunctionArgs) {
  requireLocalPeer(context)
  const mails = (await listMailbox()).map(({ id, writtenAt, to, subject, calendar }) => ({
    id, to, subject, writtenAt: isoInstant(writtenAt), method: calendar?.method ?? null,
  }))
  return { locale: 'en', hasMailServer: Boolean(env().SMTP_URL), mails }
}

export default function MailList() {
  const { hasMailServer, mails } = useLoaderData<typeof loader>()
  return (
    <main className="page-main stack" id="content">
      <h1>Caught mail</h1>
      <p className="soft">
        {hasMailServer
          ? 'SMTP_URL is set: mail goes to that server, and nothing new is caught here.'
          : 'No SMTP_URL is set, so mail stays on this machine. The newest comes first.'}
      </p>
      {mails.length === 0 && <p>No mail yet. Book a meeting, and its invitations appear here.</p>}
      <ol className="stack">
        {mails.map((mail) => (
          <li key={mail.id}>
            <a href={`${paths.devMail()}/${mail.id}`}>{mail.subject}</a>
            <br />
            <span className="soft small">
              To {mail.to}, <time dateTime={mail.writtenAt}>{mail.writtenAt}</time>{mail.method && `, calendar ${mail.method}`}
            </span>
          </li>
        ))}
      </ol>
    </main>
  )
}
