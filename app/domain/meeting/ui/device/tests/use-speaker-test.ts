import { useState } from 'react'
import type { SpeakerState } from '../../../meeting.ts'
import type { MediaDesk } from '../own-media.ts'
import { noteFound } from '../media-desk.ts'
import { playTones } from './tones.ts'

/** idle: nothing was played yet. asked: it was, and only the person can tell. */
export type SpeakerStage = 'idle' | 'playing' | 'asked'

export type SpeakerActions = { play(): void; answer(said: SpeakerState): void }

/** The test of the loudspeaker: it plays, the person answers. */
export function useSpeakerTest(desk: MediaDesk): { stage: SpeakerStage; actions: SpeakerActions } {
  const [stage, setStage] = useState<SpeakerStage>('idle')
  const play = async () => {
    setStage('playing')
    // Whatever could not be played was not heard either, so the question is asked all the same.
    await playTones(desk.store.read().choices.speakerId).catch(() => null)
    setStage('asked')
  }
  const answer = (speaker: SpeakerState) => {
    noteFound(desk, { speaker })
    setStage('idle')
  }
  return { stage, actions: { play: () => void play(), answer } }
}
