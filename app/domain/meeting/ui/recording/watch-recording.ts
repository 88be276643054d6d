import { receiveDoor, say, type Call } from '../call/call.ts'
import { isAdmitted } from '../call/call-state.ts'
import { requestConsent, sendStop } from '../call/requests.ts'
import { newsOfRecording } from './news-of-recording.ts'
import { lookForKept } from './recording-desk.ts'
import { endCapture, fail, stopRecording } from './run-recording.ts'

/** How often the recording browser makes sure that everybody still agrees, should the event stream have gone silent. */
const KEEP_EVERY_MS = 5_000
/** So often unanswered it stops: then nobody could take a yes back any more. */
const MOST_UNANSWERED = 3

/** Keeps what this browser records in step with what everybody has agreed to. The answer ends it. */
export function watchRecording(call: Call): () => void {
  let known = call.store.read().door.recording
  const look = () => {
    const { door: { recording: now }, state } = call.store.read()
    const isAllowed = now?.stage === 'running' && isAdmitted(state)
    if (call.recording.running && !isAllowed) void endCapture(call)
    if (now === known) return
    const words = newsOfRecording(known, now, call.texts.recording.news)
    known = now
    if (words) say(call, words)
  }
  const stopWatching = call.store.watch(look)
  const stopKeeping = keepAsking(call)
  window.addEventListener('pagehide', leaveNothingRunning)
  function leaveNothingRunning() {
    const id = call.recording.running?.recordingId
    if (!id) return
    sendStop(call.links.consent, id)
    void endCapture(call)
  }
  takeUpAgain(call)
  return () => {
    stopWatching()
    stopKeeping()
    window.removeEventListener('pagehide', leaveNothingRunning)
    void endCapture(call)
  }
}

/** After a reload or a crash nothing is recorded any more, so it must not say so; what was is offered. */
function takeUpAgain(call: Call): void {
  void lookForKept(call.recording)
  const { recording } = call.store.read().door
  if (recording?.isMine && recording.stage === 'running') void stopRecording(call, recording.id)
}

function keepAsking(call: Call): () => void {
  let unanswered = 0
  const timer = setInterval(() => void keep(), KEEP_EVERY_MS)
  async function keep() {
    const { running } = call.recording
    if (!running) return
    const door = await requestConsent(call.links.consent, { intent: 'keep' })
    unanswered = door ? 0 : unanswered + 1
    if (door) receiveDoor(call, door)
    if (unanswered < MOST_UNANSWERED || !call.recording.running) return
    unanswered = 0
    await fail(call, running.recordingId, call.texts.recording.news.unreachable)
  }
  return () => clearInterval(timer)
}
