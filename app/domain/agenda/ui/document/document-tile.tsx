import { useState } from 'react'
import type { Messages } from '#app/i18n/messages.ts'
import { firstZoom, nextZoom, type Zoom } from '#app/ui/pdf/fit.ts'
import type { SeatRole } from '../../../meeting/meeting.ts'
import type { ShownDocument } from '../../document/shown-document.ts'
import { PageBar } from './page-bar.tsx'
import { Paper } from './paper.tsx'
import { useDocument } from './use-document.ts'
import { usePage } from './use-page.ts'
import { usePageKeys } from './use-page-keys.ts'
import { usePlace } from './use-place.ts'

export type DocumentTileProps = {
  shown: ShownDocument
  href: string
  role: SeatRole
  texts: Messages['room']['document']
  isLarge: boolean
  /** The host's turn is everybody's. */
  onTurn: (page: number) => void
  onHide: () => void
}

/** A document on the stage. Guests follow the host, and may look at another page by themselves until they follow again. */
export function DocumentTile({ shown, href, role, texts, isLarge, onTurn, onHide }: DocumentTileProps) {
  const { pdf, fault, tryAgain } = useDocument(shown.documentId, href)
  const { place, ref } = usePlace()
  const [chosen, setChosen] = useState<Zoom | null>(null)
  const [own, setOwn] = useState<number | null>(null)
  const isHost = role === 'host'
  // What a browser finds in the file goes before what another one said of it.
  const pages = pdf?.pages ?? shown.pages
  const page = Math.min(pages, isHost ? shown.page : own ?? shown.page)
  const zoom = chosen ?? (place ? firstZoom(place) : 'page')
  const turn = isHost ? onTurn : setOwn
  const { canvas, drawn } = usePage(pdf, { page, place, zoom })
  usePageKeys({ page, pages }, turn)
  return (
    <figure className="tile document" data-person="document" data-large={isLarge ? '' : undefined} data-zoom={zoom}>
      <Paper {...{ pages, texts, canvas, drawn, fault }} name={shown.name} place={ref} onTryAgain={tryAgain} />
      <PageBar
        {...{ page, pages, zoom, texts }} name={shown.name} onTurn={turn} onZoom={() => setChosen(nextZoom(zoom))}
        astray={own === null || isHost ? null : { hostPage: shown.page, onFollow: () => setOwn(null) }}
        onHide={isHost ? onHide : undefined}
      />
    </figure>
  )
}
