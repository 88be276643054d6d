import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'

/** The way to each page of what is seldom changed, with a line on what is done there. */
export function SettingsView({ locale }: { locale: Locale }) {
  const { after, connection, delivery, desk } = messages(locale)
  const { settings: texts } = desk
  const pages = [
    { href: paths.deskTypes(), name: desk.types, text: texts.types },
    { href: paths.deskTemplates(), name: desk.templates, text: texts.templates },
    { href: paths.deskCalendarFeed(), name: desk.calendarFeed.nav, text: texts.calendar },
    { href: paths.deskMail(), name: delivery.nav, text: texts.mail },
    { href: paths.deskConnection(), name: connection.nav, text: texts.connection },
    { href: paths.deskPerson(), name: after.access.nav, text: texts.person },
  ]
  return (
    <div className="desk">
      <header className="desk-head"><h1>{texts.title}</h1></header>
      <ul className="settings">
        {pages.map(({ href, name, text }) => <li key={href}><a href={href}>{name}</a><p className="soft small">{text}</p></li>)}
      </ul>
    </div>
  )
}
