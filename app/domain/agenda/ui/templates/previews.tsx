import type { ReactElement } from 'react'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { TypedItem } from '../../templates/template-input.ts'
import { TemplateForm } from './template-form.tsx'

const ITEMS: TypedItem[] = [
  { title: 'Velkommen', purpose: 'Vi siger goddag.', minutes: '3', questions: 'Hvad skal der ske her, for at tiden er godt brugt?', notes: 'Skriv målet ned med gæstens egne ord.', layout: 'faces' },
  { title: 'Hvor mister I salg i dag?', purpose: '', minutes: '8', documentId: 'document', layout: 'both', asksConsent: true, answers: ['more-courses'] },
]

/** The form of a template, as it is and with what can be wrong in the folded part. */
export function templatePreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => {
    const { desk, prepare: { template: words } } = messages(locale)
    const answers = Object.entries(desk.diagnosis).map(([value, label]) => ({ value, label }))
    const more = { words, documents: { document: 'Vaner.pdf' }, answers }
    const form = { typed: { title: 'Mere salgstræning', items: ITEMS }, texts: desk.templatePage, faultsTitle: desk.faultsTitle, more }
    const draw = (faults: Parameters<typeof TemplateForm>[0]['faults']) => <div className="page-main"><div className="desk"><TemplateForm {...form} faults={faults} /></div></div>
    return [
      { name: 'template-form', locale, element: draw([]) },
      { name: 'template-faults', locale, element: draw([{ fault: 'too-long-notes', item: 0 }, { fault: 'document', item: 1 }]) },
    ]
  })
}
