import type { LocalVideoTrack } from 'livekit-client'
import type { Messages } from '#app/i18n/messages.ts'
import type { MediaDesk, OwnTrack } from '../device/own-media.ts'
import { changeMedia, chooseForGood } from '../device/media-desk.ts'
import type { Background, EffectState } from './background.ts'
import { soundConstraints } from './sound.ts'

/** What this camera's picture has behind it by now, or is being given. */
type Given = { track: OwnTrack | null; background: Background }

export function chooseBackground(desk: MediaDesk, background: Background): void {
  chooseForGood(desk, (choices) => ({ ...choices, background }))
}

/** Starts the microphone anew, for browsers take this only at the start. */
export async function chooseNoise(desk: MediaDesk, isNoiseReduced: boolean): Promise<void> {
  chooseForGood(desk, (choices) => ({ ...choices, isNoiseReduced }))
  const { microphone: { track, state }, choices } = desk.store.read()
  if (!track || track.kind !== 'audio' || state !== 'ready') return
  const deviceId = track.getSourceTrackSettings().deviceId ?? choices.microphone.deviceId ?? undefined
  await track.restartTrack({ deviceId, ...soundConstraints(isNoiseReduced) }).catch(() => null)
}

/** Gives each camera that is started the background that was chosen, and follows when another is. The answer stops it. */
export function watchEffects(desk: MediaDesk, say: (words: keyof Messages['room']['effects']['news']) => void): () => void {
  let given: Given = { track: null, background: 'none' }
  const look = () => {
    const { camera: { track }, choices: { background } } = desk.store.read()
    if (given.track === track && given.background === background) return
    const before = given.track === track ? given.background : 'none'
    given = { track, background }
    if (!isVideo(track) || before === background) return
    const isStill = () => given.track === track && given.background === background
    void give(desk, { track, background, say, isStill })
  }
  return desk.store.watch(look)
}

type Giving = {
  track: LocalVideoTrack
  background: Background
  say: Parameters<typeof watchEffects>[1]
  /** Nothing else has been chosen meanwhile. */
  isStill(): boolean
}

async function give(desk: MediaDesk, { track, background, say, isStill }: Giving): Promise<void> {
  if (background === 'none') {
    await track.stopProcessor().catch(() => null)
    if (isStill() && desk.store.read().effect !== 'slow') show(desk, 'none')
    return
  }
  show(desk, 'loading')
  const tooSlow = () => {
    if (!isStill()) return
    show(desk, 'slow')
    chooseForGood(desk, (choices) => ({ ...choices, background: 'none' }))
    say('slow')
  }
  try {
    const { createBackgroundProcessor } = await import('./background-processor.ts')
    const processor = await createBackgroundProcessor(background, tooSlow)
    if (!isStill()) return await processor.destroy()
    await track.setProcessor(processor)
    if (isStill()) show(desk, 'on')
  } catch {
    if (!isStill()) return
    show(desk, 'failed')
    say('failed')
  }
}

function isVideo(track: OwnTrack | null): track is LocalVideoTrack {
  return track?.kind === 'video'
}

function show(desk: MediaDesk, effect: EffectState): void {
  changeMedia(desk, { effect })
}
