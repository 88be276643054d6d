import type { ChangeOf } from '../../../change.ts'
import type { DocumentChoice } from './choices.ts'
import { handOverDocument } from './hand-over.ts'
import { lookAt, useOpening, type Find, type Opening } from './use-opening.ts'

type Given = {
  links: { chat: string; files: string; documents: string }
  /** Where a document of so many pages is taken up. */
  pageOf: (documentId: string, pages: number) => number
  onShow: (change: ChangeOf<'document-show'>) => void
  onClose: () => void
}

export type Choosing = Pick<Opening, 'opening' | 'fault' | 'stop'> & {
  choose(choice: DocumentChoice): void
  chooseFile(file: File): void
}

/** The choice of a document: one of the meeting's, or a new one, which is handed over to everybody as well. */
export function useChoosing({ links, pageOf, onShow, onClose }: Given): Choosing {
  const { open, ...opening } = useOpening()
  function find(name: string, how: Find) {
    open(name, how, ({ documentId, pages }) => {
      onShow({ kind: 'document-show', name, documentId, page: pageOf(documentId, pages), pages })
      onClose()
    })
  }
  return {
    ...opening,
    choose: ({ documentId, name }) => find(name, (signal) => lookAt(links.documents, documentId, signal)),
    chooseFile: (file) => find(file.name, (signal) => handOverDocument(links, file, signal)),
  }
}
