import type { SeatRole } from '../../meeting.ts'
import type { CallView } from '../call/call.ts'
import type { LocalMedia } from '../device/own-media.ts'
import type { RecordingLocal } from '../recording/recording-desk.ts'
import type { CaptionLine } from '../stage/captions/caption-lines.ts'
import type { StageView } from '../stage/choices/stage-desk.ts'
import type { SideControl } from '../stage/controls/side-control.ts'
import type { OpenDialog } from '../stage/controls/dialogs/open-dialog.ts'

/** How a call stands still: who looks, and what differs from two people who see and hear each other. */
export type CallStill = {
  name: string
  role: SeatRole
  view: CallView
  media: LocalMedia
  stage: StageView
  captions: readonly CaptionLine[]
  dialog: OpenDialog
  shown: SideControl['shown']
  unread: number
  recorded: RecordingLocal
  isTroubleLong: boolean
}

/** What differs from the usual call. */
export type StillGiven = Partial<Omit<CallStill, 'name' | 'view' | 'stage'>> & { view?: Partial<CallView>; stage?: Partial<StageView> }
