import type { ReactNode } from 'react'
import type { DeskViewer } from '#app/domain/people/ui/desk-page.tsx'
import type { RuleFault, Typed } from '../../rules/rule-input.ts'
import { formTexts, listTexts } from './form-texts.ts'
import { RuleForm, type RuleField } from './rule-form.tsx'
import { RuleList, type RuleItem } from './rule-list.tsx'
import { RulesPage, type RulesSection } from './rules-page.tsx'

type ListPageProps = {
  viewer: DeskViewer
  current: RulesSection
  texts: { title: string; lede: string; empty: string; addTitle: string; add: string }
  news: string | null
  items: readonly RuleItem[]
  fields: readonly RuleField[]
  /** The form that could not be saved. */
  answered: { typed: Typed; faults: Partial<Record<string, RuleFault>> } | undefined
  children?: ReactNode
}

/** A page of one list: what is on it, and a form that adds to it. */
export function ListPage({ viewer, current, texts, news, items, fields, answered, children }: ListPageProps) {
  const { locale } = viewer
  return (
    <RulesPage viewer={viewer} current={current} title={texts.title} lede={texts.lede} news={news} isAnswer={answered !== undefined}>
      {children}
      <RuleList items={items} texts={listTexts(locale, texts.empty)} />
      <section className="desk-add" aria-labelledby="add">
        <h2 id="add">{texts.addTitle}</h2>
        <RuleForm
          fields={fields} typed={answered?.typed ?? {}} faults={answered?.faults ?? {}} intent="add" texts={formTexts(locale, texts.add)}
        />
      </section>
    </RulesPage>
  )
}
