import { useEffect, useRef, useState } from 'react'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import type { Pdf } from '#app/ui/pdf/open-pdf.ts'
import type { ChatFailure } from '../../../../meeting/ui/chat/chat-state.ts'
import { fetchDocument, type DocumentFault } from '../fetch-document.ts'
import { keepOpen } from './kept-open.ts'

export type ChooseFault = DocumentFault | ChatFailure

type Opened = { documentId: string; pages: number }
export type Found = Result<{ documentId: string; pdf: Pdf }, ChooseFault>
export type Find = (signal: AbortSignal) => Promise<Found>

export type Opening = {
  /** The name of what is being opened. */
  opening: string | null
  fault: ChooseFault | null
  /** Opens one in place of what is being opened; `onFound` is told unless it was stopped meanwhile. */
  open(name: string, find: Find, onFound: (opened: Opened) => void): void
  stop(): void
}

/** Opens a document here before it is shown: what can't be shown comes before nobody's eyes. */
export function useOpening(): Opening {
  const [opening, setOpening] = useState<string | null>(null)
  const [fault, setFault] = useState<ChooseFault | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  function begin(name: string | null): AbortSignal {
    running.current?.abort()
    running.current = new AbortController()
    setFault(null)
    setOpening(name)
    return running.current.signal
  }
  async function run(name: string, find: Find, onFound: (opened: Opened) => void) {
    const signal = begin(name)
    const found = await find(signal).catch((): Found => refuse('unreachable'))
    if (signal.aborted) return found.ok ? found.value.pdf.close() : undefined
    setOpening(null)
    if (!found.ok) return setFault(found.reason)
    const { documentId, pdf } = found.value
    keepOpen(documentId, pdf)
    onFound({ documentId, pages: pdf.pages })
  }
  return { opening, fault, open: (...given) => void run(...given), stop: () => void begin(null) }
}

/** Opens one of the meeting's documents. */
export async function lookAt(href: string, documentId: string, signal: AbortSignal): Promise<Found> {
  const { pdf, fault } = await fetchDocument(`${href}/${documentId}`, signal)
  return fault ? refuse(fault) : ok({ documentId, pdf })
}
