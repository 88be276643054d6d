import type { ReactNode } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'

export type DeskViewer = { name: string; locale: Locale }

type DeskSection = 'meetings' | 'links' | 'calendar' | 'hours' | 'types' | 'templates' | 'mail' | 'person' | 'connection'

type DeskPageProps = { viewer: DeskViewer; current: DeskSection; children: ReactNode }

/** The frame of the consultant's own pages. */
export function DeskPage({ viewer, current, children }: DeskPageProps) {
  const { after, common, connection, desk, delivery } = messages(viewer.locale)
  const links = [
    { href: paths.desk(), label: desk.meetings, isCurrent: current === 'meetings' },
    { href: paths.deskLinks(), label: desk.links, isCurrent: current === 'links' },
    { href: paths.deskCalendarFeed(), label: desk.calendarFeed.nav, isCurrent: current === 'calendar' },
    { href: paths.deskHours(), label: desk.hours, isCurrent: current === 'hours' },
    { href: paths.deskTypes(), label: desk.types, isCurrent: current === 'types' },
    { href: paths.deskTemplates(), label: desk.templates, isCurrent: current === 'templates' },
    { href: paths.deskMail(), label: delivery.nav, isCurrent: current === 'mail' },
    { href: paths.deskPerson(), label: after.access.nav, isCurrent: current === 'person' },
    { href: paths.deskConnection(), label: connection.nav, isCurrent: current === 'connection' },
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
