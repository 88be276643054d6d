import type { ReactNode } from 'react'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Page } from './page.tsx'

type SitePageProps = {
  locale: Locale
  /** The same page in the other language, when there is one. */
  otherHref?: string
  foot?: ReactNode
  children: ReactNode
}

/** The frame of every page that a visitor sees before the room. */
export function SitePage({ locale, otherHref, foot, children }: SitePageProps) {
  const texts = messages(locale).common
  const other = locale === 'da' ? { label: texts.english, tag: 'en' } : { label: texts.danish, tag: 'da' }
  const otherLanguage = otherHref ? { href: otherHref, ...other } : undefined
  return (
    <Page texts={texts} homeHref={paths.front(locale)} otherLanguage={otherLanguage} foot={foot}>
      {children}
    </Page>
  )
}
