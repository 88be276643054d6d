import { CAST } from '#db/seeds/cast.ts'
import type { Agenda } from '../../../agenda.ts'
import type { PreparedFile } from '../../../prepare/prepared-file.ts'
import { usePanel } from '../panel-context.ts'
import { ShowLine } from './show-document.tsx'

const ADDED_BY = { seatId: 'guest', name: CAST.soren.name }

/** Of the template, of the guest, and one that is no document to look at together. */
export const PREPARED_FILES: PreparedFile[] = [
  { id: 'document-1', name: 'Vaner.pdf', type: 'application/pdf', bytes: 1_200_000, addedBy: null },
  { id: 'numbers', name: 'Salgstal 2026.pdf', type: 'application/pdf', bytes: 480_000, addedBy: ADDED_BY },
  { id: 'plan', name: 'Kundeundersøgelsens-konklusioner-og-kvartalsplan.xlsx', type: 'application/zip', bytes: 82_000, addedBy: ADDED_BY },
]

/** Two points have a document, of which one is shown. */
export function withDocuments(agenda: Agenda): Agenda {
  const items = agenda.items.map((item, index) => (index === 1 || index === 3 ? { ...item, documentId: `document-${index}` } : item))
  return { ...agenda, items, document: { documentId: 'document-1', name: items[1]?.title ?? '', page: 3, pages: 12 } }
}

/** The button at a point while its document is opened, and when it could not be. */
export function Unopened() {
  const { documents, viewer } = usePanel()
  if (!documents || viewer.role !== 'host') return null
  const given = { texts: documents.texts, name: 'Hvor står I i dag?', isShown: false, onPress: () => {} }
  return (
    <>
      <ShowLine {...given} opening={{ opening: given.name, fault: null }} />
      <ShowLine {...given} opening={{ opening: null, fault: 'locked' }} />
    </>
  )
}
