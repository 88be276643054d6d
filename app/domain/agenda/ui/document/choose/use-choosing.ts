import { useState } from 'react'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import type { ChangeOf } from '../../../change.ts'
import { fetchDocument } from '../fetch-document.ts'
import type { DocumentChoice } from './choices.ts'
import { handOverDocument, type ChooseFault } from './hand-over.ts'

type Given = {
  links: { chat: string; files: string; documents: string }
  onShow: (change: ChangeOf<'document-show'>) => void
  onClose: () => void
}

type Found = Result<{ documentId: string; pages: number }, ChooseFault>

export type Choosing = {
  /** The name of what is being opened. */
  opening: string | null
  fault: ChooseFault | null
  choose(choice: DocumentChoice): void
  chooseFile(file: File): void
}

/** Shows a document once it has been opened here: what can't be shown comes before nobody's eyes. */
export function useChoosing({ links, onShow, onClose }: Given): Choosing {
  const [opening, setOpening] = useState<string | null>(null)
  const [fault, setFault] = useState<ChooseFault | null>(null)
  async function open(name: string, find: () => Promise<Found>) {
    setFault(null)
    setOpening(name)
    const found = await find().catch((): Found => refuse('unreachable'))
    setOpening(null)
    if (!found.ok) return setFault(found.reason)
    onShow({ kind: 'document-show', name, page: 1, ...found.value })
    onClose()
  }
  return {
    opening, fault,
    choose: ({ documentId, name }) => void open(name, () => look(`${links.documents}/${documentId}`, documentId)),
    chooseFile: (file) => void open(file.name, () => handOverDocument(links, file)),
  }
}

async function look(href: string, documentId: string): Promise<Found> {
  const { pdf, fault } = await fetchDocument(href, new AbortController().signal)
  if (fault) return refuse(fault)
  const { pages } = pdf
  pdf.close()
  return ok({ documentId, pages })
}
