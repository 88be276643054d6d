import { useEffect, useRef, useState } from 'react'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { fetchDocument } from '../fetch-document.ts'
import type { ChooseFault } from './hand-over.ts'

type Opened = { documentId: string; pages: number }
export type Found = Result<Opened, ChooseFault>
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
    if (signal.aborted) return
    setOpening(null)
    if (found.ok) onFound(found.value)
    else setFault(found.reason)
  }
  return { opening, fault, open: (...given) => void run(...given), stop: () => void begin(null) }
}

/** Opens one of the meeting's documents. */
export async function lookAt(href: string, documentId: string, signal: AbortSignal): Promise<Found> {
  const { pdf, fault } = await fetchDocument(`${href}/${documentId}`, signal)
  if (fault) return refuse(fault)
  const { pages } = pdf
  pdf.close()
  return ok({ documentId, pages })
}
