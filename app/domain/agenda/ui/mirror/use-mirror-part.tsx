import { useMemo, type ReactNode } from 'react'
import { createPart, usePart } from '#app/ui/island/use-part.ts'
import type { Call } from '../../../meeting/ui/call/call.ts'
import type { RoomScene } from '../../../meeting/ui/room-scene.ts'
import type { OpenDialog } from '../../../meeting/ui/stage/controls/dialogs/open-dialog.ts'
import type { Agenda } from '../../agenda.ts'
import type { MirrorChoice } from '../../mirror/mirror.ts'
import { MirrorDialog, MirrorNotice } from './mirror-notice.tsx'
import { useMirror } from './use-mirror.ts'
import { useMirrorChoice } from './use-mirror-choice.ts'

type Given = { call: Call; isInside: boolean; scene: RoomScene; agenda: Agenda; choice: MirrorChoice | null }

export type MirrorPart = {
  /** Below the agenda, for the host. */
  section: ReactNode
  /** At the door, for a guest. */
  notice: ReactNode
  dialog(dialog: OpenDialog, onClose: () => void): ReactNode
}

const SECTION = createPart(() => import('./mirror-section.tsx'))

/** Speaking time in the room: a host sees it, and a guest is told of it and decides. */
export function useMirrorPart({ call, isInside, scene, agenda: { items, currentItemId }, choice }: Given): MirrorPart {
  const { seat, links, texts: { mirror: texts, controls }, host: { name: hostName } } = scene
  const isHost = seat.role === 'host'
  const isCounting = isHost && isInside
  const seen = useMirror(call, { url: links.mirror, isHost, isCounting, itemId: currentItemId })
  const inHand = useMirrorChoice(choice, links.mirror)
  const isShown = isHost && seen !== null && (isCounting || seen.shares.length > 0)
  const { loaded } = usePart(SECTION, isShown)
  const section = useMemo(
    () => (isShown && loaded ? <loaded.MirrorSection view={seen} {...{ items, texts }} /> : null), [isShown, loaded, seen, items, texts],
  )
  return {
    section,
    notice: inHand && <MirrorNotice {...{ inHand, hostName, texts }} />,
    dialog: (dialog, onClose) => inHand && (
      <MirrorDialog {...{ inHand, hostName, texts, onClose }} closeLabel={controls.close} isOpen={dialog === 'mirror'} />
    ),
  }
}
