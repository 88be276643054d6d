import { keepChoice, keptChoice } from './kept-choice.ts'

const CHOICE = 'fremmode.ring'
/** Two soft tones, as a doorbell has: Hz, and when they begin, seconds. */
const TONES = [[659, 0], [523, 0.28]] as const
const LOUDNESS = 0.08
const FADES_AFTER_SECONDS = 0.9
/** The second tone has ended by then. */
const SILENT_AFTER_MS = 1_200

let context: AudioContext | null = null
let falling: ReturnType<typeof setTimeout> | undefined

/** Does this browser ring? Yes, until somebody has switched it off here. */
export function isRingOn(): boolean {
  return keptChoice(CHOICE) !== 'off'
}

export function switchRing(isOn: boolean): void {
  keepChoice(CHOICE, isOn ? 'on' : 'off')
}

/** Rings once, quietly. A browser in which nobody has clicked yet stays silent, as browsers want it. */
export async function ring(): Promise<void> {
  if (!isRingOn() || typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  const sounding = context
  await Promise.race([sounding.resume(), new Promise((resolve) => setTimeout(resolve, 200))])
  if (sounding.state !== 'running') return
  for (const [frequency, delay] of TONES) sound(sounding, frequency, sounding.currentTime + delay)
  clearTimeout(falling)
  // A context that runs keeps the speaker open and works for its silence.
  falling = setTimeout(() => void sounding.suspend(), SILENT_AFTER_MS)
}

function sound(sounding: AudioContext, frequency: number, at: number): void {
  const [tone, loudness] = [sounding.createOscillator(), sounding.createGain()]
  tone.frequency.value = frequency
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + FADES_AFTER_SECONDS)
  tone.connect(loudness).connect(sounding.destination)
  tone.start(at)
  tone.stop(at + FADES_AFTER_SECONDS)
}
