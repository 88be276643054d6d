import { newId } from '#app/kernel/ids.ts'
import { browserNow } from '#app/ui/clock.ts'
import { receiveDoor, say, type Call } from '../call/call.ts'
import { requestConsent } from '../call/requests.ts'
import type { Kept } from './kept/shelf.ts'
import { changeLocal, lookForKept } from './recording-desk.ts'

export function askToRecord(call: Call): Promise<boolean> {
  return send(call, { intent: 'ask' })
}

export function answerRecording(call: Call, recordingId: string, isYes: boolean): Promise<boolean> {
  return send(call, { intent: 'answer', recordingId, isYes })
}

export function withdrawConsent(call: Call, recordingId: string): Promise<boolean> {
  return send(call, { intent: 'withdraw', recordingId })
}

/** Begins in this browser once the app has agreed that everybody has; a browser that can't after all takes it back. */
export async function startRecording(call: Call, recordingId: string): Promise<void> {
  const { recording: desk, room } = call
  const { format, owner } = desk
  if (!format || desk.store.read().isBusy) return
  changeLocal(desk, { isBusy: true })
  const id = newId()
  const about = { id, recordingId, owner, startedAt: browserNow(), ...format }
  const stop = () => void fail(call, recordingId, call.texts.recording.news.full)
  try {
    const { record } = await import('./capture/record.ts')
    if (!await send(call, { intent: 'start', recordingId })) return
    desk.running = await record(room, { about, format, onFault: stop })
    // Somebody may have changed their mind while the file was opened.
    if (call.store.read().door.recording?.stage !== 'running') await endCapture(call)
  } catch {
    await fail(call, recordingId, call.texts.recording.news.notStarted)
  } finally {
    changeLocal(desk, { isBusy: false })
  }
}

/** The host's own end, of the recording or of the question. */
export async function stopRecording(call: Call, recordingId: string): Promise<void> {
  await endCapture(call)
  await send(call, { intent: 'stop', recordingId })
}

/** Lets this browser stop at once, whatever the app says; what was recorded is there to save. */
export async function endCapture({ recording: desk }: Call): Promise<void> {
  const { running } = desk
  if (!running) return
  desk.running = null
  await running.stop()
  await lookForKept(desk)
}

export async function saveRecording(call: Call, kept: Kept): Promise<void> {
  const { recording: desk, texts: { recording: texts } } = call
  changeLocal(desk, { saving: { id: kept.id, state: 'saving' } })
  const { saveKept } = await import('./kept/save.ts')
  const saved = await saveKept(kept, texts.kept.file)
  changeLocal(desk, { saving: saved === 'offered' || saved === 'failed' ? { id: kept.id, state: saved } : null })
  if (saved === 'saved') await removeRecording(call, kept, texts.kept.saved)
  if (saved === 'failed') say(call, texts.kept.saveFailed)
}

export async function removeRecording(call: Call, { id }: Kept, words: string): Promise<void> {
  const { removeKept } = await import('./kept/shelf.ts')
  await removeKept(id).catch(() => null)
  await lookForKept(call.recording)
  say(call, words)
}

/** Stops both here and in the app, and says why. */
export async function fail(call: Call, recordingId: string, words: string): Promise<void> {
  await endCapture(call)
  say(call, words)
  await send(call, { intent: 'stop', recordingId })
}

async function send(call: Call, request: Parameters<typeof requestConsent>[1]): Promise<boolean> {
  const door = await requestConsent(call.links.consent, request)
  changeLocal(call.recording, { hasFailed: door === null })
  if (door) receiveDoor(call, door)
  return door !== null
}
