import type { Call } from '../call/call.ts'
import {
  answerRecording, askToRecord, removeRecording, saveRecording, startRecording, stopRecording, withdrawConsent,
} from './run-recording.ts'
import type { Kept } from './kept/shelf.ts'

/** What a person can do about being recorded, and a host about recording. */
export type RecordingActions = {
  ask(): void
  answer(isYes: boolean): void
  takeBack(): void
  start(): void
  stop(): void
  save(kept: Kept): void
  remove(kept: Kept): void
}

export function recordingActions(call: Call): RecordingActions {
  const about = (work: (id: string) => Promise<unknown>) => {
    const { recording } = call.store.read().door
    if (recording) void work(recording.id)
  }
  return {
    ask: () => void askToRecord(call),
    answer: (isYes) => about((id) => answerRecording(call, id, isYes)),
    takeBack: () => about((id) => withdrawConsent(call, id)),
    start: () => about((id) => startRecording(call, id)),
    stop: () => about((id) => stopRecording(call, id)),
    save: (kept) => void saveRecording(call, kept),
    remove: (kept) => void removeRecording(call, kept, call.texts.recording.kept.removed),
  }
}
