import type { ReactNode } from 'react'
import { DeskPage, type DeskViewer } from '#app/domain/people/ui/desk-page.tsx'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'

export type RulesSection = Exclude<keyof Messages['rules']['nav'], 'label' | 'more'>

type Section = { name: RulesSection; href: string }

/** As many as stand in one row on a phone. */
const FIRST: Section[] = [
  { name: 'hours', href: paths.deskHours() },
  { name: 'days', href: paths.deskSpecialDays() },
  { name: 'off', href: paths.deskTimeOff() },
]

const MORE: Section[] = [
  { name: 'blocked', href: paths.deskBlocked() },
  { name: 'holidays', href: paths.deskHolidays() },
  { name: 'travel', href: paths.deskTravel() },
  { name: 'caps', href: paths.deskCaps() },
  { name: 'schedules', href: paths.deskSchedules() },
  { name: 'why', href: paths.deskWhy() },
]

type RulesPageProps = {
  viewer: DeskViewer
  current: RulesSection
  title: string
  lede: string
  /** What the last visit here did. */
  news?: string | null
  /** The page answers a form that has not been saved. */
  isAnswer?: boolean
  children: ReactNode
}

/** One of the pages about when the consultant can be met, with the way to the others. */
export function RulesPage({ viewer, current, title, lede, news, isAnswer, children }: RulesPageProps) {
  const { rules, desk } = messages(viewer.locale)
  return (
    <DeskPage viewer={viewer} current="hours">
      <div className="desk">
        <RulesNav current={current} texts={rules.nav} />
        <header className="desk-head">
          <h1>{title}</h1>
          <p className="lede">{lede}</p>
          {isAnswer ? <p className="soft" role="status">{desk.notSavedYet}</p> : news && <Notice isNews title={news} />}
        </header>
        {children}
      </div>
    </DeskPage>
  )
}

/** What does not fit beside the first is folded away, and stands open where a row has room for all. */
function RulesNav({ current, texts }: { current: RulesSection; texts: Messages['rules']['nav'] }) {
  const draw = ({ name, href }: Section) => <a key={name} href={href} aria-current={name === current ? 'page' : undefined}>{texts[name]}</a>
  return (
    <nav className="desk-sections" aria-label={texts.label}>
      {FIRST.map(draw)}
      <details className="desk-sections-more">
        <summary aria-current={MORE.some(({ name }) => name === current) || undefined}>{texts.more}</summary>
        <div>{MORE.map(draw)}</div>
      </details>
    </nav>
  )
}
