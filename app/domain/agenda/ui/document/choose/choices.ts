import type { ChatMessage } from '../../../../meeting/message.ts'
import type { Agenda } from '../../../agenda.ts'
import type { PreparedFile } from '../../../prepare/prepared-file.ts'
import { DOCUMENT_TYPE } from '../../../document/shown-document.ts'

/** A document that could be shown. That of an item goes by the item's title. */
export type DocumentChoice = { documentId: string; name: string; isOfItem: boolean }

type Prepared = Pick<PreparedFile, 'id' | 'name' | 'type'>

/** First that of the item which the meeting is at, then those of others, what was prepared, and what was handed over, the newest first. */
export function documentChoices(
  { items, currentItemId }: Agenda, messages: readonly Pick<ChatMessage, 'id' | 'file'>[], files: readonly Prepared[] = [],
): DocumentChoice[] {
  const named = items.flatMap(({ id, title, documentId }) => (documentId ? [{ id, title, documentId }] : []))
  const ordered = [...named.filter(({ id }) => id === currentItemId), ...named.filter(({ id }) => id !== currentItemId)]
  const ofItems = ordered.map(({ title, documentId }) => ({ documentId, name: title, isOfItem: true }))
  const prepared = files.filter(({ type }) => type === DOCUMENT_TYPE).map(({ id, name }) => ({ documentId: id, name, isOfItem: false }))
  const handedOver = messages.filter(({ file }) => file?.type === DOCUMENT_TYPE)
    .map(({ id, file }) => ({ documentId: id, name: file?.name ?? '', isOfItem: false })).reverse()
  const all = [...ofItems, ...prepared, ...handedOver]
  return all.filter(({ documentId }, index) => all.findIndex((one) => one.documentId === documentId) === index)
}
