import type { ChatMessage } from '../../../meeting/message.ts'
import type { RoomScene } from '../../../meeting/ui/room-scene.ts'
import { pageToShow } from '../../document/shown-document.ts'
import type { PreparedFile } from '../../prepare/prepared-file.ts'
import type { AgendaInHand } from '../feed/use-agenda-feed.ts'
import { documentChoices } from './choose/choices.ts'
import { ChooseDialog } from './choose/choose-dialog.tsx'
import { useChoosing } from './choose/use-choosing.ts'

export { DocumentTile } from './document-tile.tsx'

export type ChooseProps = {
  inHand: AgendaInHand
  scene: RoomScene
  messages: readonly ChatMessage[]
  files?: readonly PreparedFile[]
  isOpen: boolean
  onClose: () => void
}

/** The host's choice of a document. */
export function ChoosePart({ inHand: { agenda, change }, scene: { links, texts }, messages, files, isOpen, onClose }: ChooseProps) {
  const pageOf = (documentId: string, pages: number) => pageToShow(agenda, documentId, pages)
  const choosing = useChoosing({ links, pageOf, onShow: change, onClose })
  // What is still being opened then is wanted no longer.
  const close = () => {
    choosing.stop()
    onClose()
  }
  const hide = () => {
    change({ kind: 'document-hide' })
    close()
  }
  return (
    <ChooseDialog
      {...{ choosing, texts, isOpen }} onClose={close} choices={documentChoices(agenda, messages, files)}
      shownId={agenda.document?.documentId ?? null} onHide={hide}
    />
  )
}
