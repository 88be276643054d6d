import { useCallback, useEffect, useMemo, useState } from 'react'
import type { RoomScene } from '../../../../meeting/ui/room-scene.ts'
import type { PreparedFile } from '../../../prepare/prepared-file.ts'
import type { PanelDocuments } from '../panel-context.ts'

const ANSWER_WITHIN_MS = 8_000
const NONE: PreparedFile[] = []

/** What was prepared, fetched once it may be read and there is time for it; null until then. */
export function useDocuments({ links, texts: { document: texts } }: Pick<RoomScene, 'links' | 'texts'>, isTime: boolean): PanelDocuments | null {
  const { prepared: filesHref, documents: showHref } = links
  const [files, setFiles] = useState(NONE)
  const [failedAt, setFailedAt] = useState(-1)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (isTime) fetchFiles(filesHref).then(setFiles).catch(() => setFailedAt(tries))
  }, [filesHref, isTime, tries])
  const hasFailed = failedAt === tries
  const tryAgain = useCallback(() => setTries((before) => before + 1), [])
  return useMemo(
    () => (isTime ? { files, hasFailed, tryAgain, filesHref, showHref, texts } : null),
    [isTime, files, hasFailed, tryAgain, filesHref, showHref, texts],
  )
}

/** @throws {Error} when they can't be read now. Whoever may not read them has none. */
async function fetchFiles(href: string): Promise<PreparedFile[]> {
  const response = await fetch(href, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
  if (response.status === 403) return NONE
  if (!response.ok) throw new Error(`Files answered ${response.status}`)
  return (await response.json()).files
}
