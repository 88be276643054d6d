import { useEffect, useRef, useState, type RefObject } from 'react'
import type { OwnTrack } from './own-media.ts'

/** Above this a voice is likely: root mean square of samples from -1 to 1. */
const HEARD_LEVEL = 0.02
const HEARD_LOOKS = 2
/** As often as a moving bar needs it: at each frame the page would be drawn anew sixty times a second, for as long as somebody waits. */
const LOOK_EVERY_MS = 80
/** It is looked at and not played: no speaker is opened for it (Web Audio, AudioSinkOptions; where unknown, silence is played). */
const NOT_PLAYED: AudioContextOptions & { sinkId: { type: 'none' } } = { sinkId: { type: 'none' } }
/** Closing a context holds the page for tens of milliseconds: not while somebody is being let in. */
const CLOSE_AFTER_MS = 2_000

/**
 * Shows the loudness of a microphone as the custom property `--level`, 0 to 1, on the element, without rendering,
 * and says once that it has heard something.
 */
export function useMicLevel(track: OwnTrack | null): { ref: RefObject<HTMLDivElement>; isHeard: boolean } {
  const ref = useRef<HTMLDivElement>(null)
  const [heardTrack, setHeardTrack] = useState<OwnTrack | null>(null)
  useEffect(() => {
    if (!track) return
    let heardLooks = 0
    return meter(track, (level) => {
      ref.current?.style.setProperty('--level', String(Math.min(1, level * 6)))
      if (level > HEARD_LEVEL) heardLooks += 1
      if (heardLooks === HEARD_LOOKS) setHeardTrack(track)
    })
  }, [track])
  return { ref, isHeard: track !== null && heardTrack === track }
}

/** Calls `onLevel` some twelve times a second. A context that waits for a gesture starts at the first one. */
function meter(track: OwnTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext(NOT_PLAYED)
  const analyser = new AnalyserNode(context, { fftSize: 1024 })
  const samples = new Float32Array(analyser.fftSize)
  let sounding: MediaStreamTrack | null = null
  let input: MediaStreamAudioSourceNode | null = null
  const listen = () => {
    // A device that is switched gives the same LiveKit track another stream underneath.
    if (sounding === track.mediaStreamTrack) return
    sounding = track.mediaStreamTrack
    input?.disconnect()
    input = context.createMediaStreamSource(new MediaStream([sounding]))
    input.connect(analyser)
  }
  const resume = () => void context.resume()
  document.addEventListener('pointerdown', resume)
  document.addEventListener('keydown', resume)
  const timer = setInterval(() => {
    listen()
    analyser.getFloatTimeDomainData(samples)
    onLevel(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length))
  }, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    document.removeEventListener('pointerdown', resume)
    document.removeEventListener('keydown', resume)
    input?.disconnect()
    setTimeout(() => void context.close(), CLOSE_AFTER_MS)
  }
}
