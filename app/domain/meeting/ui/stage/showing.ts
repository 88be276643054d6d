import type { ReactNode } from 'react'
import type { OpenDialog } from './controls/dialogs/open-dialog.ts'

/** What those bring into a call who know more than that people meet. */
export type Showing = {
  /** What the host shows to everybody beside the faces; null while nothing is shown. */
  tile: ((isLarge: boolean) => ReactNode) | null
  dialogs: (open: OpenDialog, onClose: () => void) => ReactNode
}

export const NOTHING_SHOWN: Showing = { tile: null, dialogs: () => null }
