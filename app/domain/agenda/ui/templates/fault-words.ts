import { fill } from '#app/i18n/fill.ts'
import { cleanLine } from '#app/kernel/text.ts'
import { AGENDA_LIMITS } from '../../agenda.ts'
import type { TemplateFault, TypedItem } from '../../templates/template-input.ts'

/** The id of the field that is wrong. */
export function fieldOf(fault: TemplateFault, items: readonly TypedItem[]): string {
  if (fault.fault === 'no-items' || fault.fault === 'too-many') return 'add'
  if (!('item' in fault)) return 'title'
  const { item } = fault
  switch (fault.fault) {
    case 'bad-minutes': return `minutes-${item}`
    case 'too-long-questions': return `questions-${item}`
    case 'too-long-notes': return `notes-${item}`
    case 'document': return `document-${item}`
    default: return `${fault.fault === 'too-long' && isShort(items[item]) ? 'purpose' : 'item'}-${item}`
  }
}

export function sayFault(fault: TemplateFault, words: Record<TemplateFault['fault'], string>): string {
  const max = fault.fault === 'too-many' ? AGENDA_LIMITS.items : AGENDA_LIMITS.minutes
  return fill(words[fault.fault], { number: 'item' in fault ? fault.item + 1 : '', max })
}

function isShort(item: TypedItem | undefined): boolean {
  return cleanLine(item?.title ?? '').length <= AGENDA_LIMITS.title
}
