import { RoomEvent, type LocalVideoTrack, type Room } from 'livekit-client'

type Wish = Parameters<LocalVideoTrack['setPublishingCodecs']>[0]

/**
 * Which layers of a camera are looked at may be said before LiveKit's client has published it, and is lost then (its
 * handleSubscribedQualityUpdate knows no such track): the camera would go on with the layers that it began with.
 */
export function rememberWishes(room: Room): void {
  const wishes = new Map<string, Wish>()
  const hear = ({ trackSid, subscribedCodecs }: { trackSid: string; subscribedCodecs: Wish }) => { wishes.set(trackSid, subscribedCodecs) }
  room.on(RoomEvent.SignalConnected, () => {
    room.engine.off('subscribedQualityUpdate', hear).on('subscribedQualityUpdate', hear)
  })
  room.on(RoomEvent.LocalTrackPublished, ({ trackSid, videoTrack }) => {
    const wish = wishes.get(trackSid)
    if (wish) videoTrack?.setPublishingCodecs(wish).catch(() => null)
  })
}
