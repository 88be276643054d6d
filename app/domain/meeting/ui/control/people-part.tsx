import { createPart, usePart } from '#app/ui/island/use-part.ts'
import type { PeopleDialogProps } from './people-dialog.tsx'

const DIALOG = createPart(() => import('./people-dialog.tsx'))

/** The host's dialog about the others, fetched when it is opened for the first time. */
export function PeoplePart(props: PeopleDialogProps) {
  const { loaded } = usePart(DIALOG, props.isOpen)
  return loaded && <loaded.PeopleDialog {...props} />
}
