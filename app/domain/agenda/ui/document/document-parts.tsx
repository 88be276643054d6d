import { ChooseDialog, type ChooseDialogProps } from './choose/choose-dialog.tsx'
import { useChoosing } from './choose/use-choosing.ts'

export { DocumentTile } from './document-tile.tsx'

type ChooseProps = Omit<ChooseDialogProps, 'choosing'> & Parameters<typeof useChoosing>[0]

/** The host's choice of a document. */
export function ChoosePart({ links, pageOf, onShow, ...dialog }: ChooseProps) {
  return <ChooseDialog {...dialog} choosing={useChoosing({ links, pageOf, onShow, onClose: dialog.onClose })} />
}
