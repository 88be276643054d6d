import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personalFolder, publishEnv } from '#app/platform/env.server.ts'
import { liveKitConfig } from '../../livekit/config.ts'
import { findProgram } from '../../livekit/program.ts'
import { freeTcpPort, freeUdpPort } from '../../server/machine/ports.ts'
import { pause } from '../../server/machine/processes.ts'

export const API_KEY = 'test-key'
export const API_SECRET = 'a-livekit-secret-that-only-the-tests-know'

export type LiveKitServer = {
  url: string
  ports: { tcpPort: number; udpPort: number; turnPort: number }
  /** SIGKILL: rooms and participants are gone. */
  kill: () => Promise<void>
  /** The same server on the same ports, with an empty memory. */
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** The LiveKit server's program if this machine has one; tests build none. */
export async function findLiveKitProgram(): Promise<string | null> {
  const found = await findProgram(join(personalFolder('cache'), 'fremmode'), { onBuilding: () => {}, signal: AbortSignal.abort() })
  return found.path
}

/** Starts a real LiveKit server on free ports of this machine, and tells the product where it is. */
export async function startLiveKitServer(program: string, webhookUrl: string): Promise<LiveKitServer> {
  const folder = await mkdtemp(join(tmpdir(), 'fremmode-livekit-'))
  const media = { tcpPort: await freeTcpPort('0.0.0.0'), udpPort: await freeUdpPort(), turnPort: await freeUdpPort() }
  const ports = { signalPort: await freeTcpPort(), ...media, turnTls: null, ownAddresses: ['127.0.0.1'] }
  const keys = { apiKey: API_KEY, apiSecret: API_SECRET }
  const file = join(folder, 'livekit.yaml')
  await writeFile(file, liveKitConfig({ ...ports, ...keys, reach: 'loopback', webhookUrl }))
  const url = `http://127.0.0.1:${ports.signalPort}`
  const told = { LIVEKIT_URL: url, LIVEKIT_API_KEY: API_KEY, LIVEKIT_API_SECRET: API_SECRET }
  publishEnv(told)
  let child: ChildProcess | null = null
  const start = async () => {
    child = spawn(program, ['--config', file], { stdio: 'ignore', env: { PATH: '/usr/bin:/bin', NODE_ENV: 'test' } })
    await untilItAnswers(url)
  }
  const kill = () => end(child)
  await start()
  const stop = async () => {
    await kill()
    // A product that is started after this one's time would look for it.
    for (const name of Object.keys(told)) Reflect.deleteProperty(process.env, name)
    publishEnv({})
    await rm(folder, { recursive: true, force: true })
  }
  return { url, ports: media, start, kill, stop }
}

export type Hook = { body: string; authorization: string | null }

/** Takes LiveKit's webhooks on a port of this machine and keeps them. */
export async function takeWebhooks(handle: (hook: Hook) => Promise<void>): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const hook = { body: Buffer.concat(chunks).toString(), authorization: request.headers.authorization ?? null }
      void handle(hook).then(() => response.end(), () => response.writeHead(500).end())
    })
  })
  const port = await freeTcpPort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}/hooks/livekit`,
    stop: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() }),
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 15_000; waitedMs += 50) {
    if (await fetch(url).then((response) => response.ok, () => false)) return
    await pause(50)
  }
  throw new Error('The LiveKit server of the tests does not come up')
}

function end(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
