const RECORD_MS = 4_000

/**
 * Records the microphone for four seconds, into memory and nowhere else.
 * @throws {Error} when the browser can't, or the microphone ends meanwhile without a sound.
 */
export async function recordVoice(track: MediaStreamTrack): Promise<Blob> {
  const recorder = new MediaRecorder(new MediaStream([track]))
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const stopped = new Promise((resolve, reject) => {
    recorder.addEventListener('stop', resolve)
    recorder.addEventListener('error', () => reject(new Error('the recording broke off')))
  })
  recorder.start()
  setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), RECORD_MS)
  await stopped
  const voice = new Blob(parts, { type: recorder.mimeType })
  if (voice.size === 0) throw new Error('nothing was recorded')
  return voice
}

/** Plays it on the chosen output, to its end or until `signal` says stop; then nothing of it is left. */
export async function playVoice(voice: Blob, { speakerId, signal }: { speakerId: string | null; signal: AbortSignal }): Promise<void> {
  const address = URL.createObjectURL(voice)
  const element = new Audio(address)
  try {
    if (speakerId !== null && 'setSinkId' in element) await element.setSinkId(speakerId).catch(() => null)
    const ended = new Promise((resolve, reject) => {
      element.addEventListener('ended', resolve)
      element.addEventListener('error', () => reject(new Error('the browser can’t play what it recorded')))
      signal.addEventListener('abort', resolve)
    })
    await element.play()
    await ended
  } finally {
    element.pause()
    URL.revokeObjectURL(address)
  }
}
