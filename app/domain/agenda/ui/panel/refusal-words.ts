import type { Messages } from '#app/i18n/messages.ts'
import type { AgendaChange } from '../../change.ts'
import type { ChangeFault } from '../../input.ts'

/** A server that is newer than the page may refuse what the page sends, and for reasons that it has never heard of. */
export function sayRefusal(reason: ChangeFault, { refused }: Messages['agenda']): string {
  if (reason === 'meeting-ended') return refused.closed
  return Object.hasOwn(refused, reason) ? refused[reason] : refused.malformed
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
