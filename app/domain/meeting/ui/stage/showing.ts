import type { ReactNode } from 'react'

/** Something that the host shows to everybody beside the faces; what it is, those know who make it. */
export type Showing = {
  /** Null while nothing is shown. */
  tile: ((isLarge: boolean) => ReactNode) | null
  /** The host's way to choose it; null for everybody else. */
  dialog: ((open: { isOpen: boolean; onClose: () => void }) => ReactNode) | null
}

export const NOTHING_SHOWN: Showing = { tile: null, dialog: null }
