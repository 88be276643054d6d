import type { ReactNode } from 'react'
import { DeskPage, type DeskViewer } from '#app/domain/people/ui/desk-page.tsx'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TYPE_SECTIONS, type TypeSection } from '../../types/type-input.ts'

type TypePageProps = {
  viewer: DeskViewer
  type: { id: string; slug: string; titleDa: string; titleEn: string; isActive: boolean }
  current: TypeSection
  isSaved: boolean
  isAnswer: boolean
  children: ReactNode
}

/** One part of a kind of meeting, with the way to its other parts and to the page that prospects see. */
export function TypePage({ viewer, type, current, isSaved, isAnswer, children }: TypePageProps) {
  const { locale } = viewer
  const { rules: { types: texts }, desk } = messages(locale)
  return (
    <DeskPage viewer={viewer} current="settings">
      <div className="desk">
        <header className="desk-head">
          <p><a className="desk-back" href={paths.deskTypes()}>{texts.back}</a></p>
          <h1>{locale === 'da' ? type.titleDa : type.titleEn}</h1>
          {type.isActive && <p><a href={paths.book(locale, type.slug)}>{texts.see}</a></p>}
        </header>
        <nav className="desk-sections" aria-label={texts.title}>
          {TYPE_SECTIONS.map((section) => (
            <a
              key={section} href={paths.deskType(type.id, section === 'about' ? undefined : section)}
              aria-current={section === current ? 'page' : undefined}
            >
              {texts.sections[section]}
            </a>
          ))}
        </nav>
        {isAnswer ? <p className="soft" role="status">{desk.notSavedYet}</p> : isSaved && <Notice isNews title={texts.saved} />}
        {children}
      </div>
    </DeskPage>
  )
}
