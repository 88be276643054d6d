import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const STORES = ['radicale', 'xandikos'] as const
export type StoreName = (typeof STORES)[number]
export type StoreServer = { url: string; stop: () => Promise<void> }

/** Python with the packages radicale and xandikos; ICS_PYTHON names another one. */
const PYTHON = process.env.ICS_PYTHON || 'python3'
const PATIENCE_MS = 30_000

export function isStoreInstalled(store: StoreName): boolean {
  return spawnSync(PYTHON, ['-c', `import ${store}`]).status === 0
}

/** A CalDAV server that somebody else wrote, on loopback, with nothing in it. @throws {Error} with its output when it does not start. */
export async function startStore(store: StoreName): Promise<StoreServer> {
  const folder = mkdtempSync(join(tmpdir(), `fremmode-${store}-`))
  const port = await findFreePort()
  const given = store === 'radicale'
    ? ['--server-hosts', `127.0.0.1:${port}`, '--auth-type', 'none', '--storage-filesystem-folder', folder]
    : ['serve', '-d', folder, '-l', '127.0.0.1', '-p', String(port), '--autocreate', '--current-user-principal', '/mette']
  const server = spawn(PYTHON, ['-m', store, ...given], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, XDG_DATA_HOME: folder } })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => { output = (output + chunk.toString()).slice(-4_000) })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async () => {
    server.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  const limit = Date.now() + PATIENCE_MS
  while (!await answers(url)) {
    if (Date.now() < limit && server.exitCode === null) continue
    await stop()
    throw new Error(`${store} did not start: ${output}`)
  }
  return { url, stop }
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'OPTIONS', signal: AbortSignal.timeout(2_000) })
    return true
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 100))
    return false
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port'))))
    })
  })
}
