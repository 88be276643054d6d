import { useEffect, useState } from 'react'
import { fetchDocument, type OpenedDocument } from './fetch-document.ts'

type Opening = OpenedDocument | { pdf: null; fault: null }

const OPENING: Opening = { pdf: null, fault: null }

/** The document at the address, opened for as long as it is shown. */
export function useDocument(href: string): Opening & { tryAgain: () => void } {
  const [tries, setTries] = useState(0)
  const [found, setFound] = useState<{ key: string; opened: OpenedDocument } | null>(null)
  const key = `${tries} ${href}`
  useEffect(() => {
    const reading = new AbortController()
    let close = () => {}
    void fetchDocument(href, reading.signal).then((opened) => {
      close = () => opened.pdf?.close()
      if (reading.signal.aborted) return close()
      setFound({ key, opened })
    })
    return () => {
      reading.abort()
      close()
    }
  }, [href, key])
  const opened = found?.key === key ? found.opened : OPENING
  return { ...opened, tryAgain: () => setTries(tries + 1) }
}
