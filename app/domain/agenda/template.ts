import { newId } from '#app/kernel/ids.ts'
import { EMPTY_AGENDA, type Agenda, type AgendaAuthor, type AgendaItem, type ItemLayout } from './agenda.ts'

/** Bounds of what the host alone reads of one item, in characters. */
export const TEMPLATE_LIMITS = { privateText: 4_000 } as const

/** What stands for the answer in a template that holds for all of them. */
export const FOR_ALL = 'any'

export type TemplateItem = {
  title: string
  purpose: string
  minutes: number
  /** What the host asks at it, a line each, and notes: nobody else reads either. */
  questions?: string
  notes?: string
  layout?: ItemLayout
  asksConsent?: boolean
  /** A file that the host keeps. */
  documentId?: string
  /** Only for these answers to the diagnosis; for all when it is empty or missing. */
  answers?: string[]
}

/** What the host has prepared for one item, or with null for the whole meeting. */
export type PreparedNote = { itemId: string | null; questions: string; text: string }

/** A new agenda from a template's items, in their order. What is the host's own stays behind. */
export function draftAgenda(items: readonly TemplateItem[], author: AgendaAuthor = 'template'): Agenda {
  return { ...EMPTY_AGENDA, items: items.map((item) => itemOf(item, author)) }
}

/** The same with what the host alone has prepared for its items. */
export function draftMeeting(items: readonly TemplateItem[]): { agenda: Agenda; notes: PreparedNote[] } {
  const agenda = draftAgenda(items)
  const notes = items.flatMap(({ questions = '', notes: text = '' }, index) => {
    const itemId = agenda.items[index]?.id
    return itemId && (questions || text) ? [{ itemId, questions, text }] : []
  })
  return { agenda, notes }
}

/** The items that this answer to the diagnosis asks for. */
export function itemsFor<Item extends Pick<TemplateItem, 'answers'>>(items: readonly Item[], answer: string): Item[] {
  return items.filter(({ answers = [] }) => answers.length === 0 || answers.includes(answer))
}

function itemOf({ title, purpose, minutes, layout, asksConsent, documentId }: TemplateItem, author: AgendaAuthor): AgendaItem {
  const shown = { ...(layout && { layout }), ...(asksConsent && { asksConsent }), ...(documentId && { documentId }) }
  return { id: newId(), title, purpose, minutes, isDone: false, author, spentMs: 0, ...shown }
}
