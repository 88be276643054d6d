import { ConnectionQuality } from 'livekit-client'
import { expect, test } from 'vitest'
import { createLineLook, type LineRoom } from '#app/domain/meeting/ui/stage/saving/line-look.ts'

const { Excellent, Good, Poor, Lost, Unknown } = ConnectionQuality

type Counts = { packetsReceived: number; packetsLost: number }

/** Somebody in the room, whose counters a test turns on. */
function somebody(connectionQuality: ConnectionQuality, kind = 'video') {
  const counts: Counts = { packetsReceived: 0, packetsLost: 0 }
  const track = { getRTCStatsReport: () => Promise.resolve(new Map([['in', { type: 'inbound-rtp', ...counts }], ['other', { type: 'codec', ...counts }]])) }
  const add = (received: number, lost: number) => {
    counts.packetsReceived += received
    counts.packetsLost += lost
  }
  return { connectionQuality, add, trackPublications: new Map([['t', { trackSid: `track of ${Math.random()}`, kind, track }]]) }
}

function roomOf(mine: ConnectionQuality, ...others: ReturnType<typeof somebody>[]): LineRoom {
  return { localParticipant: { connectionQuality: mine }, remoteParticipants: new Map(others.map((one, at) => [String(at), one])) }
}

test('what came in and what is missing is counted from one look to the next, over all who are there', async () => {
  const [one, other] = [somebody(Excellent), somebody(Excellent)]
  const look = createLineLook(roomOf(Excellent, one, other))
  one.add(100, 10)
  other.add(50, 5)
  expect(await look()).toEqual({ received: { packets: 150, lost: 15 }, quality: 'good' })
  one.add(20, 0)
  expect(await look()).toMatchObject({ received: { packets: 20, lost: 0 } })
})

test.each([
  ['a worse line than mine was lost on theirs', Excellent, Good, 0], ['a poor line was lost there while mine is good', Good, Poor, 0],
  ['somebody who is lost', Poor, Lost, 0], ['a line as good as mine counts', Good, Good, 20], ['a better line than mine counts', Poor, Excellent, 20],
  ['one whose line nobody has judged counts', Excellent, Unknown, 20], ['anybody counts while mine is not judged', Unknown, Poor, 20],
])('what is missing from %s', async (_name, mine, theirs, lost) => {
  const one = somebody(theirs)
  const look = createLineLook(roomOf(mine, one))
  one.add(80, 20)
  expect((await look()).received.lost).toBe(lost)
})

test.each([
  ['judged alike were lost on theirs', Good, Good, 0], ['on a better line than mine count', Poor, Good, 20],
  ['whose line nobody has judged count', Good, Unknown, 20],
])('gaps in the sound of somebody %s', async (_name, mine, theirs, lost) => {
  const one = somebody(theirs, 'audio')
  const look = createLineLook(roomOf(mine, one))
  one.add(80, 20)
  expect((await look()).received.lost).toBe(lost)
})

test('what was lost on somebody else\'s line is not charged here once that line is good again', async () => {
  const one = somebody(Poor)
  const room = roomOf(Excellent, one)
  const look = createLineLook(room)
  one.add(1_000, 300)
  await look()
  one.connectionQuality = Excellent
  one.add(100, 1)
  expect((await look()).received).toEqual({ packets: 100, lost: 1 })
})

test('a track that is away, and one without statistics, says nothing; one that counts anew takes nothing off', async () => {
  const [away, silent, again] = [somebody(Good), somebody(Good), somebody(Good)]
  const room = roomOf(Good,
    { ...away, trackPublications: new Map() },
    { ...silent, trackPublications: new Map([['t', { trackSid: 's', kind: 'video', track: { getRTCStatsReport: () => Promise.reject(new Error('gone')) } }]]) },
    again)
  const look = createLineLook(room)
  again.add(500, 50)
  await look()
  again.add(-490, -50)
  expect((await look()).received).toEqual({ packets: 0, lost: 0 })
})
