import { mkdir } from 'node:fs/promises'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { personalFolder, type Env } from '#app/platform/env.server.ts'
import { liveKitConfig, type TurnTls } from '../livekit/config.ts'
import { findLeftOver } from '../livekit/left-over.ts'
import { chooseLiveKitPorts, type LiveKitPorts } from '../livekit/ports.ts'
import { findProgram } from '../livekit/program.ts'
import { superviseLiveKit, type Supervised } from '../livekit/supervise.ts'
import type { LiveKitState } from './app-process.ts'
import { isLoopbackHost } from './http/visitor.ts'
import { StartFault } from './machine/start-fault.ts'

const API_KEY = 'fremmode'
const LOOK_AT_FOREIGN_MS = 5_000

/** Where LiveKit is going to be, known before it runs. */
export type LiveKitPlan = {
  url: string
  /** Where browsers find it: `/livekit` under our own origin, or an address. */
  publicUrl: string
  apiKey: string
  apiSecret: string
  /** Our own one's signal port and configuration; null for a foreign one. */
  own: { signalPort: number; config: string; folder: string } | null
  /** The ports that browsers come to, as settings; 0 where only the operator of a foreign server knows. */
  outward: { LIVEKIT_TCP_PORT: string; LIVEKIT_UDP_PORT: string; LIVEKIT_TURN_PORT: string }
  /** Why ours can't run, with the remedy. */
  blockedBecause: string | null
}

export type LiveKitEvents = {
  onState: (state: LiveKitState, note: string | null) => void
  say: (line: string) => void
}

type Place = { dataFolder: string; apiSecret: string; webhookUrl: string }

/** @throws {StartFault} when a setting stands without the one that it needs. */
export function checkLiveKitSettings(settings: Env): void {
  const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, TURN_CERT_FILE, TURN_KEY_FILE } = settings
  if (LIVEKIT_URL && !(LIVEKIT_API_KEY && LIVEKIT_API_SECRET)) {
    throw new StartFault('LIVEKIT_URL is set, so LIVEKIT_API_KEY and LIVEKIT_API_SECRET of that server are needed too.')
  }
  if (Boolean(TURN_CERT_FILE) === Boolean(TURN_KEY_FILE)) return
  throw new StartFault('TURN_CERT_FILE and TURN_KEY_FILE belong together: set both, or neither when a proxy ends TLS.')
}

/** Where LiveKit will be and how it is to be set up. Starts nothing. */
export async function planLiveKit(settings: Env, { dataFolder, apiSecret, webhookUrl }: Place): Promise<LiveKitPlan> {
  if (settings.LIVEKIT_URL) return planForeign(settings, settings.LIVEKIT_URL)
  const folder = join(dataFolder, 'livekit')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const reach = reachOf(settings)
  const wanted = {
    signalPort: settings.LIVEKIT_PORT, tcpPort: settings.LIVEKIT_TCP_PORT, udpPort: settings.LIVEKIT_UDP_PORT,
    turnPort: settings.LIVEKIT_TURN_PORT,
  }
  const hasLeftOver = (await findLeftOver(folder)) !== null
  const ports = await chooseLiveKitPorts({ wanted, folder, hasLeftOver, isExact: reach !== 'loopback' })
  const plan = { publicUrl: settings.LIVEKIT_PUBLIC_URL ?? '/livekit', apiKey: API_KEY, apiSecret, outward: outwardOf(wanted) }
  if (typeof ports === 'string') return { ...plan, url: 'http://127.0.0.1:9', own: null, blockedBecause: ports }
  const turn = { turnTls: turnTlsOf(settings), ownAddresses: ownAddresses() }
  const config = liveKitConfig({ ...ports, ...turn, reach, apiKey: API_KEY, apiSecret, webhookUrl })
  const own = { signalPort: ports.signalPort, config, folder }
  return { ...plan, url: `http://127.0.0.1:${ports.signalPort}`, own, outward: outwardOf(ports), blockedBecause: null }
}

/** Brings LiveKit up beside the product and keeps it up, telling each change. */
export function startLiveKit(plan: LiveKitPlan, events: LiveKitEvents): Supervised {
  if (plan.blockedBecause !== null) return giveUp(plan.blockedBecause, events)
  return plan.own ? startOwn(plan.own, events) : watchForeign(plan.url, events)
}

function planForeign(settings: Env, url: string): LiveKitPlan {
  return {
    url: url.replace(/^ws/, 'http'),
    publicUrl: settings.LIVEKIT_PUBLIC_URL ?? url,
    apiKey: settings.LIVEKIT_API_KEY ?? '',
    apiSecret: settings.LIVEKIT_API_SECRET ?? '',
    own: null,
    outward: outwardOf({ tcpPort: 0, udpPort: 0, turnPort: 0 }),
    blockedBecause: null,
  }
}

function reachOf({ LIVEKIT_NODE_IP, PUBLIC_URL }: Env) {
  if (LIVEKIT_NODE_IP) return placeOf(LIVEKIT_NODE_IP)
  if (!PUBLIC_URL) return 'loopback'
  const { hostname } = new URL(PUBLIC_URL)
  if (isLoopbackHost(hostname)) return 'loopback'
  return isIP(hostname) ? placeOf(hostname) : 'discover'
}

function placeOf(nodeIp: string) {
  const isOurs = Object.values(networkInterfaces()).some((known) => known?.some(({ address }) => address === nodeIp))
  return { nodeIp, isOurs }
}

function outwardOf({ tcpPort, udpPort, turnPort }: Omit<LiveKitPorts, 'signalPort'>): LiveKitPlan['outward'] {
  return { LIVEKIT_TCP_PORT: String(tcpPort), LIVEKIT_UDP_PORT: String(udpPort), LIVEKIT_TURN_PORT: String(turnPort) }
}

function turnTlsOf({ TURN_DOMAIN, TURN_TLS_PORT, TURN_CERT_FILE, TURN_KEY_FILE }: Env): TurnTls | null {
  if (!TURN_DOMAIN) return null
  const certificate = TURN_CERT_FILE && TURN_KEY_FILE ? { certFile: TURN_CERT_FILE, keyFile: TURN_KEY_FILE } : null
  return { domain: TURN_DOMAIN, port: TURN_TLS_PORT, certificate }
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((found) => found ?? []).filter(({ family }) => family === 'IPv4').map(({ address }) => address)
}

function giveUp(remedy: string, { onState, say }: LiveKitEvents): Supervised {
  onState('missing', remedy)
  say(remedy)
  return { pid: () => null, stop: async () => undefined }
}

function startOwn({ signalPort, config, folder }: NonNullable<LiveKitPlan['own']>, events: LiveKitEvents): Supervised {
  const building = new AbortController()
  let supervised: Supervised | null = null
  const bringUp = async () => {
    events.onState('starting', null)
    const cacheFolder = join(personalFolder('cache'), 'fremmode')
    const found = await findProgram(cacheFolder, { onBuilding: tellBuilding(events), signal: building.signal })
    if (building.signal.aborted) return
    if (found.path === null) return void giveUp(found.remedy, events)
    supervised = await superviseLiveKit({ program: found.path, folder, config, signalPort }, tellLife(events))
  }
  const coming = bringUp().catch((error: unknown) => events.onState('down', String(error)))
  return {
    pid: () => supervised?.pid() ?? null,
    stop: async () => {
      building.abort()
      await coming
      await supervised?.stop()
    },
  }
}

function tellBuilding({ onState, say }: LiveKitEvents): (elapsedSeconds: number) => void {
  return (seconds) => {
    onState('building', `${seconds} s`)
    if (seconds === 0) say('LiveKit is built now, once, in about two minutes. Booking works meanwhile.')
    else if (seconds % 20 < 5) say(`LiveKit is being built: ${seconds} s`)
  }
}

function tellLife({ onState, say }: LiveKitEvents) {
  return {
    onUp: () => {
      onState('ready', null)
      say('LiveKit is ready: meetings can be held')
    },
    onDown: (reason: string) => {
      onState('down', reason)
      say(`LiveKit stopped and is started again (${reason})`)
    },
  }
}

/** A server of others is only looked at, so that the room's page can say when it is away. */
function watchForeign(url: string, { onState, say }: LiveKitEvents): Supervised {
  let isUp: boolean | null = null
  const look = async () => {
    const answers = await fetch(url, { signal: AbortSignal.timeout(4_000) }).then((answer) => answer.status < 500, () => false)
    if (answers === isUp) return
    isUp = answers
    onState(answers ? 'ready' : 'down', null)
    say(answers ? `LiveKit answers at ${url}` : `LiveKit does not answer at ${url}`)
  }
  void look()
  const timer = setInterval(() => void look(), LOOK_AT_FOREIGN_MS)
  return { pid: () => null, stop: async () => clearInterval(timer) }
}
