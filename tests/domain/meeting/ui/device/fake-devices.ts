import { EventEmitter } from 'node:events'
import { TrackEvent } from 'livekit-client'

/** A track as LiveKit's client makes it, as far as the desk knows one. */
export class FakeTrack extends EventEmitter {
  mediaStreamTrack = { readyState: 'live' }
  isMuted = false

  constructor(readonly kind: 'video' | 'audio') {
    super()
  }

  mute() {
    this.isMuted = true
    this.emit(TrackEvent.Muted)
    return Promise.resolve(this)
  }

  unmute() {
    this.isMuted = false
    this.mediaStreamTrack = { readyState: 'live' }
    this.emit(TrackEvent.Unmuted)
    return Promise.resolve(this)
  }

  stop() {
    this.mediaStreamTrack = { readyState: 'ended' }
  }

  /** As when a device is pulled out, or a phone is locked. */
  end() {
    this.stop()
    this.emit(TrackEvent.Ended)
  }

  setDeviceId() {
    return Promise.resolve(true)
  }

  restartTrack() {
    return Promise.resolve()
  }
}

/** A browser that gives devices, at once or when the person has answered. */
export class FakeBrowser {
  given: FakeTrack[] = []
  private answered = Promise.resolve()

  /** From now on the person is asked; the answer lets the browser give what was asked for. */
  ask(): () => void {
    let answer = () => {}
    this.answered = new Promise((resolve) => { answer = resolve })
    return answer
  }

  async createLocalTracks({ audio, video }: { audio: unknown; video: unknown }): Promise<FakeTrack[]> {
    await this.answered
    const tracks = [...(audio ? [new FakeTrack('audio')] : []), ...(video ? [new FakeTrack('video')] : [])]
    this.given.push(...tracks)
    return tracks
  }

  /** What is filmed and heard at this moment. */
  live(): string[] {
    return this.given.filter(({ mediaStreamTrack }) => mediaStreamTrack.readyState === 'live').map(({ kind }) => kind)
  }
}
