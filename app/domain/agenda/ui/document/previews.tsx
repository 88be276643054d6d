import type { ReactElement } from 'react'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { SeatRole } from '../../../meeting/meeting.ts'
import type { Showing } from '../../../meeting/ui/stage/showing.ts'
import { ChooseDialog } from './choose/choose-dialog.tsx'
import type { Choosing } from './choose/use-choosing.ts'
import type { DocumentFault } from './fetch-document.ts'
import { PageBar } from './page-bar.tsx'
import { Paper } from './paper.tsx'

type Still = { role: SeatRole; isDrawn?: boolean; isAstray?: boolean; fault?: DocumentFault; choosing?: Partial<Choosing> }

/** A document on the stage and the choice of one; what only a script draws is a white sheet here. */
export const DOCUMENT_STILLS: Record<string, Still> = {
  'document-host': { role: 'host', isDrawn: true },
  'document-guest': { role: 'guest', isDrawn: true },
  'document-astray': { role: 'guest', isDrawn: true, isAstray: true },
  'document-loading': { role: 'guest' },
  'document-unreachable': { role: 'guest', fault: 'unreachable' },
  'document-locked': { role: 'guest', fault: 'locked' },
  'document-choose': { role: 'host', isDrawn: true, choosing: {} },
  'document-refused': { role: 'host', choosing: { fault: 'too-many-pages' } },
}

const NAME = 'Tilbud til Nordlys – januar 2027.pdf'

export function stillShowing(still: Still, locale: Locale): Showing {
  const { room } = messages(locale)
  return {
    tile: still.choosing?.fault ? null : (isLarge) => <StillTile {...{ still, locale, isLarge }} />,
    dialogs: () => still.choosing && (
      <ChooseDialog
        texts={room} isOpen shownId={still.isDrawn ? 'offer' : null} choices={CHOICES} onHide={nothing} onClose={nothing}
        choosing={{ opening: null, fault: null, choose: nothing, chooseFile: nothing, stop: nothing, ...still.choosing }}
      />
    ),
  }
}

type TileProps = { still: Still; locale: Locale; isLarge: boolean }

function StillTile({ still: { role, isDrawn, isAstray, fault }, locale, isLarge }: TileProps): ReactElement {
  const { document: texts } = messages(locale).room
  const page = isAstray ? 5 : 3
  return (
    <figure className="tile document" data-person="document" data-large={isLarge ? '' : undefined}>
      <Paper
        name={NAME} pages={12} texts={texts} fault={fault ?? null} onTryAgain={nothing}
        drawn={isDrawn ? { page, lines: ['Tre måder at komme i gang på'], hasFailed: false } : null}
      />
      <PageBar
        name={NAME} page={page} pages={12} zoom="page" texts={texts} onTurn={nothing} onZoom={nothing} onHide={role === 'host' ? nothing : undefined}
        astray={isAstray ? { hostPage: 3, onFollow: nothing } : null}
      />
    </figure>
  )
}

const CHOICES = [
  { documentId: 'plan', name: 'Hvad fylder hos jer', isOfItem: true },
  { documentId: 'offer', name: NAME, isOfItem: false },
  { documentId: 'prices', name: 'Priser.pdf', isOfItem: false },
]

function nothing() {}
