import { CAST } from '#db/seeds/cast.ts'
import type { RecordingView } from '../../recording.ts'
import type { RecordingLocal } from '../recording/recording-desk.ts'

const QUESTION: RecordingView = {
  id: 'recording', stage: 'asked', askedBy: CAST.consultant.name, isMine: false, answer: 'open', missing: [], reason: null, endedBy: null,
}
const OWN: RecordingView = { ...QUESTION, isMine: true, answer: 'yes' }

/** A recording in each of its states, as a guest and as the host who asked see it. */
export const ASKED = {
  open: QUESTION,
  agreed: { ...QUESTION, answer: 'yes' },
  runsForGuest: { ...QUESTION, answer: 'yes', stage: 'running' },
  waits: { ...OWN, missing: [CAST.soren.name, CAST.amina.name] },
  ready: OWN,
  runs: { ...OWN, stage: 'running' },
  withdrawn: { ...OWN, stage: 'ended', reason: 'withdrawn', endedBy: CAST.soren.name },
} satisfies Record<string, RecordingView>

export const NOTHING_RECORDED: RecordingLocal = { isBusy: false, hasFailed: false, kept: [], saving: null }

/** Eleven minutes of the meeting of the previews, ready to be saved. */
export const KEPT: RecordingLocal = {
  ...NOTHING_RECORDED,
  kept: [{
    id: 'kept', recordingId: 'recording', owner: CAST.consultant.name, startedAt: 1_795_597_320_000, mimeType: 'video/webm', extension: 'webm', parts: 330,
  }],
}
