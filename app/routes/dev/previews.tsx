import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { previewMails } from '#app/mail/previews.ts'
import { paths } from '#app/paths.ts'
import { CAST } from '#db/seeds/cast.ts'
import { requireLocalPeer } from './require-local.server.ts'
import { statePreviews } from './states.tsx'

export const meta: MetaFunction = () => [{ title: 'Previews' }]

export function loader({ context }: LoaderFunctionArgs) {
  requireLocalPeer(context)
  const mails = previewMails({ consultant: CAST.consultant, guest: CAST.soren, colleague: CAST.amina })
  return {
    locale: 'en',
    mails: mails.map(({ name, subject, ics }) => ({ name, subject, hasCalendar: ics !== null })),
    states: [...new Set(statePreviews().map(({ name }) => name))],
  }
}

export default function Previews() {
  const { mails, states } = useLoaderData<typeof loader>()
  return (
    <main className="page-main stack" id="content">
      <h1>Previews</h1>
      <h2>States</h2>
      <ul className="stack">{states.map((name) => <li key={name}>{name} <StateLinks name={name} /></li>)}</ul>
      <h2>Mails</h2>
      <ul className="stack">
        {mails.map(({ name, subject, hasCalendar }) => (
          <li key={name}>
            <a href={paths.devPreviewMail(name, 'html')}>{subject}</a>{' '}
            <span className="soft small">{name}</span>{' '}
            <a href={paths.devPreviewMail(name, 'text')}>text<span className="visually-hidden"> of {name}</span></a>{' '}
            {hasCalendar && <a href={paths.devPreviewMail(name, 'ics')}>ics<span className="visually-hidden"> of {name}</span></a>}
          </li>
        ))}
      </ul>
    </main>
  )
}

function StateLinks({ name }: { name: string }) {
  const looks = (['da', 'en'] as const).flatMap((locale) => (['light', 'dark'] as const).map((theme) => ({ locale, theme })))
  return (
    <span className="small">
      {looks.map((look) => (
        <a key={look.locale + look.theme} href={paths.devPreview(name, look)}>
          {look.locale}, {look.theme}<span className="visually-hidden">: {name}</span>{' '}
        </a>
      ))}
    </span>
  )
}
