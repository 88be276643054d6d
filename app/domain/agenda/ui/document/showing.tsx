import { Button } from '#app/ui/button.tsx'
import { createPart, usePart } from '#app/ui/island/use-part.ts'
import type { Showing } from '../../../meeting/ui/stage/showing.ts'
import type { ShownDocument } from '../../document/shown-document.ts'
import type { MirrorPart } from '../mirror/use-mirror-part.tsx'
import type { ChooseProps } from './document-parts.tsx'

const PARTS = createPart(() => import('./document-parts.tsx'))

type ShowingProps = Omit<ChooseProps, 'isOpen' | 'onClose'>

/** Other dialogs that a call is to have. */
type Others = Pick<MirrorPart, 'dialog'>

/** What is shown to everybody beside the faces, and the host's way to choose it. All that draws it is loaded when it is wanted. */
export function showingOf({ inHand, scene, messages, files }: ShowingProps, others: Others): Showing {
  const { document: shown } = inHand.agenda
  return {
    tile: shown ? (isLarge) => <LoadedTile key={shown.documentId} {...{ shown, inHand, scene, isLarge }} /> : null,
    dialogs: (dialog, onClose) => (
      <>
        {scene.seat.role === 'host' && <LoadedDialog {...{ inHand, scene, messages, files, onClose }} isOpen={dialog === 'document'} />}
        {others.dialog(dialog, onClose)}
      </>
    ),
  }
}

type TileProps = Pick<ShowingProps, 'inHand' | 'scene'> & { shown: ShownDocument; isLarge: boolean }

function LoadedTile({ shown, inHand, scene: { seat, links, texts }, isLarge }: TileProps) {
  const { loaded: parts, hasFailed, tryAgain } = usePart(PARTS)
  if (!parts) {
    return (
      <figure className="tile document" data-person="document" data-large={isLarge ? '' : undefined}>
        <div className="document-words" role="status">
          <p>{hasFailed ? texts.document.fault.unreachable : texts.document.loading}</p>
          {hasFailed && <Button type="button" tone="quiet" onClick={tryAgain}>{texts.document.tryAgain}</Button>}
        </div>
      </figure>
    )
  }
  const { documentId } = shown
  return (
    <parts.DocumentTile
      {...{ shown, isLarge }} href={`${links.documents}/${documentId}`} role={seat.role} texts={texts.document}
      onTurn={(page) => inHand.change({ kind: 'document-page', documentId, page })} onHide={() => inHand.change({ kind: 'document-hide' })}
    />
  )
}

function LoadedDialog({ isOpen, ...given }: ChooseProps) {
  const { loaded: parts } = usePart(PARTS, isOpen)
  return parts && <parts.ChoosePart {...given} isOpen={isOpen} />
}
