import type { Messages } from '#app/i18n/messages.ts'
import type { AgendaChange, ChangeRefusal } from '../../change.ts'

export function sayRefusal(reason: ChangeRefusal, texts: Messages['agenda']): string {
  return reason === 'meeting-ended' ? texts.refused.closed : texts.refused[reason]
}

/** What somebody typed into a change, so that it can be given back; empty when nothing was typed. */
export function typedIn(change: AgendaChange, wordsIn?: (update: string) => string): string {
  switch (change.kind) {
    case 'item-add':
    case 'item-edit': return [change.title, change.purpose].filter(Boolean).join('\n')
    case 'entry-add':
    case 'entry-edit': return [change.text, [change.owner, change.due].filter(Boolean).join(', ')].filter(Boolean).join('\n')
    case 'poll-ask': return [change.question, ...change.answers.map(({ text }) => text)].join('\n')
    case 'note-update': return wordsIn?.(change.update) ?? ''
    default: return ''
  }
}
