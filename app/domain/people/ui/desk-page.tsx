import type { ReactNode } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'

export type DeskViewer = { name: string; locale: Locale }

/** What is used daily, and under the settings all that is not. */
type DeskSection = 'meetings' | 'links' | 'hours' | 'settings'

type DeskPageProps = { viewer: DeskViewer; current: DeskSection; children: ReactNode }

/** The frame of the consultant's own pages. */
export function DeskPage({ viewer, current, children }: DeskPageProps) {
  const { common, desk } = messages(viewer.locale)
  const links = [
    { href: paths.desk(), label: desk.meetings, isCurrent: current === 'meetings' },
    { href: paths.deskLinks(), label: desk.links, isCurrent: current === 'links' },
    { href: paths.deskHours(), label: desk.hours, isCurrent: current === 'hours' },
    { href: paths.deskSettings(), label: desk.settings.title, isCurrent: current === 'settings' },
  ]
  return (
    <Page texts={common} homeHref={paths.desk()} links={links} foot={<SignedIn viewer={viewer} />}>
      {children}
    </Page>
  )
}

function SignedIn({ viewer }: { viewer: DeskViewer }) {
  const { desk } = messages(viewer.locale)
  return (
    <>
      <p>{fill(desk.signedInAs, { name: viewer.name })}</p>
      <form method="post" action={paths.deskSignOut()}><Button tone="plain">{desk.signOut}</Button></form>
    </>
  )
}
