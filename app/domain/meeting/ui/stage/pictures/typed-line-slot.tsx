import type { ReactNode } from 'react'

/** Where a line can be typed to the others while nobody hears; it goes through the app. Empty until something is put in. */
export function TypedLineSlot({ children }: { children?: ReactNode }) {
  return children ? <div className="typed-line">{children}</div> : null
}
