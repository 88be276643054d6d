import { useEffect, useState } from 'react'
import { fetchDocument, type OpenedDocument } from './fetch-document.ts'
import { takeOpen } from './choose/kept-open.ts'

type Opening = OpenedDocument | { pdf: null; fault: null }

const OPENING: Opening = { pdf: null, fault: null }

/** The document at the address, opened for as long as it is shown. The host's own browser has it open already. */
export function useDocument(documentId: string, href: string): Opening & { tryAgain: () => void } {
  const [tries, setTries] = useState(0)
  const [found, setFound] = useState<{ key: string; opened: OpenedDocument } | null>(null)
  const key = `${tries} ${href}`
  useEffect(() => {
    const reading = new AbortController()
    let close = () => {}
    const kept = takeOpen(documentId)
    const opening = kept ? Promise.resolve({ pdf: kept, fault: null }) : fetchDocument(href, reading.signal)
    void opening.then((opened) => {
      close = () => opened.pdf?.close()
      if (reading.signal.aborted) return close()
      setFound({ key, opened })
    })
    return () => {
      reading.abort()
      close()
    }
  }, [documentId, href, key])
  const opened = found?.key === key ? found.opened : OPENING
  return { ...opened, tryAgain: () => setTries(tries + 1) }
}
