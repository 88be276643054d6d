import type { CallView } from '../../call/call.ts'
import type { Person } from '../../call/people.ts'
import type { CallActions } from '../call-actions.ts'
import type { OpenDialog } from './dialogs/open-dialog.ts'

type SharePress = { view: Pick<CallView, 'people' | 'isSharing'>; actions: Pick<CallActions, 'switchShare'>; onDialog: (dialog: OpenDialog) => void }

/** One press shares, and the next stops; while somebody else shares it is asked first. */
export function pressShare({ view, actions, onDialog }: SharePress): void {
  if (!view.isSharing && sharerOf(view)) onDialog('take-share')
  else actions.switchShare?.(!view.isSharing)
}

/** Who else shares their screen now. */
export function sharerOf({ people }: Pick<CallView, 'people'>): Person | undefined {
  return people.find((person) => person.screen !== null)
}
