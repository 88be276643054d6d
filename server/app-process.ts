import type { ServerBuild } from '@remix-run/node'
import { StartFault } from './machine/start-fault.ts'

export type LiveKitState = 'starting' | 'building' | 'ready' | 'down' | 'missing'

export type Health = {
  isReady: boolean
  database: string
  jobs: string
  livekit: string
  oldestUnsentMailSeconds: number | null
  inbox: string
}

/** What the server build exports from its entry: the product's own part of this process. */
export type AppProcess = {
  /** Starts jobs and the feed of live updates; gives what ends them and closes the pool. */
  startApp: () => Promise<{ stop: () => Promise<void> }>
  /** Seeds what is wanted; gives the one-time set-up link's path while nobody has used it. */
  prepareWorld: () => Promise<{ setUpPath: string | null; bookingPath: string }>
  /** Makes the open rooms again, each time that LiveKit has come up. */
  reopenRooms: () => Promise<void>
  readHealth: () => Promise<Health>
  setLiveKitState: (state: LiveKitState, note: string | null) => void
}

/** The one module graph of the product: one pool, one clock, one set of settings. */
export type Build = ServerBuild & { entry: { module: AppProcess } }

const PARTS = ['startApp', 'prepareWorld', 'reopenRooms', 'readHealth', 'setLiveKitState']

/** @throws {StartFault} when this is not the product's server build. */
export function checkBuild(build: unknown): Build {
  if (isBuild(build)) return build
  throw new StartFault('The server build lacks a part of the product. Delete the folder build and start again.')
}

function isBuild(build: unknown): build is Build {
  const entry = propertyOf(propertyOf(build, 'entry'), 'module')
  return PARTS.every((part) => typeof propertyOf(entry, part) === 'function')
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
