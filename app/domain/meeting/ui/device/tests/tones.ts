/** A chord that rises, hertz: c'', e'', g''. */
const NOTES = [523.25, 659.25, 783.99]
const NOTE_SECONDS = 0.28
const FADE_SECONDS = 0.5
const LOUDNESS = 0.22

/**
 * Plays three soft notes and resolves when they have faded.
 * @param speakerId the output that was chosen; null for the one that the browser uses by itself.
 * @throws {Error} when the browser plays nothing, as without any output.
 */
export async function playTones(speakerId: string | null): Promise<void> {
  const context = new AudioContext()
  try {
    await context.resume()
    const out = await openOutput(context, speakerId)
    const startsAt = context.currentTime + 0.05
    NOTES.forEach((hertz, position) => playNote(context, { out: out.node, hertz, at: startsAt + position * NOTE_SECONDS }))
    await new Promise((resolve) => setTimeout(resolve, (NOTES.length * NOTE_SECONDS + FADE_SECONDS + 0.1) * 1_000))
    out.element?.pause()
  } finally {
    await context.close()
  }
}

/** Every browser that can choose an output lets an element do it; not every one lets a context. */
async function openOutput(context: AudioContext, speakerId: string | null): Promise<{ node: AudioNode; element: HTMLAudioElement | null }> {
  if (speakerId === null || !('setSinkId' in HTMLMediaElement.prototype)) return { node: context.destination, element: null }
  const through = new MediaStreamAudioDestinationNode(context)
  const element = new Audio()
  element.srcObject = through.stream
  // An output that was pulled out since gives way to the usual one.
  await element.setSinkId(speakerId).catch(() => null)
  await element.play()
  return { node: through, element }
}

function playNote(context: AudioContext, { out, hertz, at }: { out: AudioNode; hertz: number; at: number }): void {
  const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz })
  const envelope = new GainNode(context, { gain: 0 })
  envelope.gain.setValueAtTime(0, at)
  envelope.gain.linearRampToValueAtTime(LOUDNESS, at + 0.03)
  envelope.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_SECONDS + FADE_SECONDS)
  tone.connect(envelope).connect(out)
  tone.start(at)
  tone.stop(at + NOTE_SECONDS + FADE_SECONDS)
}
