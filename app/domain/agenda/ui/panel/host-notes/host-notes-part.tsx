import { createPart } from '#app/ui/island/use-part.ts'
import { PanelPart } from '../parts/panel-part.tsx'

const NOTES = createPart(() => import('./host-notes.tsx'))

/** The host's own notes, which no guest's browser fetches. */
export function HostNotesPart({ href }: { href: string }) {
  return <PanelPart part={NOTES} draw={({ HostNotes }) => <HostNotes href={href} />} />
}
