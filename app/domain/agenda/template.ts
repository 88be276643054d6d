import { newId } from '#app/kernel/ids.ts'
import { EMPTY_AGENDA, type Agenda, type AgendaAuthor } from './agenda.ts'

export type TemplateItem = { title: string; purpose: string; minutes: number }

/** A new agenda from a template's items, in their order. */
export function draftAgenda(items: TemplateItem[], author: AgendaAuthor = 'template'): Agenda {
  return {
    ...EMPTY_AGENDA,
    items: items.map((item) => ({ ...item, id: newId(), isDone: false, author, spentMs: 0 })),
  }
}
