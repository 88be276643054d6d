import { RoomEvent, Track, type LocalTrack, type LocalTrackPublication } from 'livekit-client'
import { expect, test, vi } from 'vitest'
import type { Call } from '#app/domain/meeting/ui/call/call.ts'
import { keepOneShare } from '#app/domain/meeting/ui/call/share/one-share.ts'
import { createMediaDesk } from '#app/domain/meeting/ui/device/media-desk.ts'
import { aCall } from '../a-call.ts'

test('a share that was stopped while it was on its way out is taken back when it is out, its sound too', () => {
  const [picture, sound] = [track(), track()]
  const { comesOut, takenBack } = sharing([])
  comesOut(picture, Track.Source.ScreenShare)
  comesOut(sound, Track.Source.ScreenShareAudio)
  expect(takenBack()).toEqual([picture, sound])
})

test('a share that goes on stays out, and so does the camera', () => {
  const picture = track()
  const { comesOut, takenBack } = sharing([picture])
  comesOut(picture, Track.Source.ScreenShare)
  comesOut(track(), Track.Source.Camera)
  expect(takenBack()).toEqual([])
})

test('of a share that came anew on a mended line, only the tracks that are shared by now stay out', () => {
  const [before, now] = [track(), track()]
  const { comesOut, takenBack } = sharing([now])
  comesOut(before, Track.Source.ScreenShare)
  comesOut(now, Track.Source.ScreenShare)
  expect(takenBack()).toEqual([before])
})

function track(): LocalTrack {
  return { stop() {} } as LocalTrack
}

function sharing(tracks: LocalTrack[]) {
  const call: Call = aCall(createMediaDesk(null))
  call.share.tracks = tracks
  const unpublish = vi.spyOn(call.room.localParticipant, 'unpublishTrack').mockResolvedValue(undefined)
  keepOneShare(call)
  const comesOut = (one: LocalTrack, source: Track.Source) => {
    call.room.emit(RoomEvent.LocalTrackPublished, { track: one, source } as LocalTrackPublication, call.room.localParticipant)
  }
  return { comesOut, takenBack: () => unpublish.mock.calls.map(([one]) => one) }
}
