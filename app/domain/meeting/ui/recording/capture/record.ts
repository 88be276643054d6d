import type { Room } from 'livekit-client'
import { keepAwake, openShelf, type About } from '../kept/shelf.ts'
import { drawPicture } from './draw-picture.ts'
import { PART_MS, type RecordingFormat } from './format.ts'
import { mixVoices } from './mix-voices.ts'

/** Enough for a face or a shared page at 720 lines and 15 frames a second. */
const RATES = { videoBitsPerSecond: 1_500_000, audioBitsPerSecond: 96_000 }

/** A recording that runs in this browser. */
export type Running = {
  recordingId: string
  /** Stops at once; resolves when all of it is written. */
  stop(): Promise<void>
}

/**
 * Records the main picture and all voices, in parts of some seconds that are written as they come.
 * @param onFault the disk is full or forbidden: the caller stops it.
 * @throws {Error} when this browser does not let it begin.
 */
export async function record(
  room: Room, { about, format, onFault }: { about: About; format: RecordingFormat; onFault: () => void },
): Promise<Running> {
  const release = keepAwake(about.id)
  const shelf = await openShelf(about)
  const [picture, voices] = [drawPicture(room), mixVoices(room)]
  const recorder = new MediaRecorder(new MediaStream([picture.track, voices.track]), { mimeType: format.mimeType, ...RATES })
  let written: Promise<void> = Promise.resolve()
  recorder.ondataavailable = ({ data }) => {
    if (data.size > 0) written = written.then(() => shelf.add(data)).catch(onFault)
  }
  const stopped = new Promise<void>((resolve) => { recorder.onstop = () => resolve() })
  recorder.onerror = onFault
  recorder.start(PART_MS)
  return {
    recordingId: about.recordingId,
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop()
      await stopped
      picture.end()
      voices.end()
      await written
      release()
    },
  }
}
