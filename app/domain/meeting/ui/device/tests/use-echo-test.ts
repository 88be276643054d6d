import { useEffect, useRef, useState } from 'react'
import type { MediaDesk } from '../own-media.ts'
import { playVoice, recordVoice } from './voice.ts'

export type EchoStage = 'idle' | 'recording' | 'playing' | 'done' | 'failed'

/** The test of the voice: it is recorded, played at once, and gone. Leaving the page ends it. */
export function useEchoTest(desk: MediaDesk): { stage: EchoStage; record: () => void } {
  const [stage, setStage] = useState<EchoStage>('idle')
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const record = async () => {
    const { microphone: { track }, choices: { speakerId } } = desk.store.read()
    if (!track) return
    const { signal } = (running.current = new AbortController())
    setStage('recording')
    const voice = await recordVoice(track.mediaStreamTrack)
    if (signal.aborted) return
    setStage('playing')
    await playVoice(voice, { speakerId, signal })
    if (!signal.aborted) setStage('done')
  }
  return { stage, record: () => void record().catch(() => setStage('failed')) }
}
