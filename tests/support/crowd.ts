import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AudioFrame, AudioSource, LocalAudioTrack, LocalVideoTrack, Room, TrackPublishOptions, TrackSource,
  VideoBufferType, VideoFrame, VideoSource,
} from '@livekit/rtc-node'
import { AccessToken } from 'livekit-server-sdk'
import postgres from 'postgres'
import type { Product } from './product.ts'

const PICTURE = { width: 160, height: 120, everyMs: 200 }
const SOUND = { rate: 48_000, hertz: 300, frameMs: 100, loudness: 16_000 }

export type Crowd = {
  /** Lets one of them be heard, or fall silent. */
  speak: (name: string, isSpeaking: boolean) => void
  leave: () => Promise<void>
}

type Person = { speak: (isSpeaking: boolean) => void; leave: () => Promise<void> }

/**
 * More people in the meeting of the product: LiveKit's native clients, each with a moving picture and a voice that can be turned on.
 * They come beside the guest's own connection, as `identity#name`, for which the guest's seat lets them stay.
 */
export async function joinCrowd(product: Product, names: readonly string[]): Promise<Crowd> {
  const { room, identity } = await findGuest(product)
  const server = readServer(product)
  const people = new Map<string, Person>()
  for (const name of names) {
    const person = await joinOne(server.url, await tokenFor(server, { room, identity: `${identity}#${name}`, name }))
    people.set(name, person)
  }
  return {
    speak: (name, isSpeaking) => people.get(name)?.speak(isSpeaking),
    leave: async () => { for (const person of people.values()) await person.leave() },
  }
}

async function joinOne(url: string, token: string): Promise<Person> {
  const room = new Room()
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const [picture, sound] = [new VideoSource(PICTURE.width, PICTURE.height), new AudioSource(SOUND.rate, 1)]
  const painting = setInterval(() => picture.captureFrame(paint(Date.now())), PICTURE.everyMs)
  let loudness = 0
  let isHere = true
  const hum = async () => {
    for (let frame = 0; isHere; frame += 1) await sound.captureFrame(toneAt(frame, loudness))
  }
  const { localParticipant } = room
  const [camera, microphone] = [LocalVideoTrack.createVideoTrack('camera', picture), LocalAudioTrack.createAudioTrack('microphone', sound)]
  await localParticipant?.publishTrack(camera, new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: false }))
  await localParticipant?.publishTrack(microphone, new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false }))
  const humming = hum()
  return {
    speak: (isSpeaking) => { loudness = isSpeaking ? SOUND.loudness : 0 },
    leave: async () => {
      isHere = false
      clearInterval(painting)
      await humming
      await room.disconnect()
    },
  }
}

/** One colour all over, which changes with the time. */
function paint(now: number): VideoFrame {
  const { width, height } = PICTURE
  const dot = [now / 20 % 256, now / 30 % 256, now / 40 % 256, 255]
  return new VideoFrame(Uint8Array.from({ length: width * height * 4 }, (_, at) => dot[at % 4] ?? 0), width, height, VideoBufferType.RGBA)
}

function toneAt(frame: number, loudness: number): AudioFrame {
  const length = SOUND.rate * SOUND.frameMs / 1_000
  const sampleAt = (at: number) => loudness * Math.sin(2 * Math.PI * SOUND.hertz * (frame * length + at) / SOUND.rate)
  return new AudioFrame(Int16Array.from({ length }, (_, at) => sampleAt(at)), SOUND.rate, 1, length)
}

async function findGuest(product: Product): Promise<{ room: string; identity: string }> {
  const sql = postgres(product.databaseUrl(), { max: 1 })
  const [row] = await sql`SELECT m.room_name, s.identity FROM seat s JOIN meeting m ON m.id = s.meeting_id WHERE s.role = 'guest' AND NOT m.is_demo`
  await sql.end()
  return { room: row?.room_name, identity: row?.identity }
}

type Server = { url: string; key: string; secret: string }

/** Where the product's own LiveKit server is, and with what it is asked. */
function readServer({ dataFolder }: Product): Server {
  const { port, keys }: { port: number; keys: Record<string, string> } = JSON.parse(readFileSync(join(dataFolder, 'livekit', 'livekit.yaml'), 'utf8'))
  const [[key, secret] = ['', '']] = Object.entries(keys)
  return { url: `ws://127.0.0.1:${port}`, key, secret }
}

function tokenFor({ key, secret }: Server, { room, identity, name }: { room: string; identity: string; name: string }): Promise<string> {
  const token = new AccessToken(key, secret, { identity, name })
  token.addGrant({ room, roomJoin: true, canPublish: true, canSubscribe: true })
  return token.toJwt()
}
