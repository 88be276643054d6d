import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const KNOWN = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const INSTALL_LIMIT_MS = 10 * 60_000

/**
 * Path of a Chromium to drive: CHROMIUM_PATH, one of this system's, or one that apt-get installs on a Debian as root.
 * @throws {Error} one line that says what to install.
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : refuse(`CHROMIUM_PATH is ${named}, where there is nothing`)
  const found = onPath()
  if (found) return found
  if (!isDebianRoot()) return refuse('no Chromium or Chrome found')
  process.stdout.write('Installing Chromium with apt-get ...\n')
  const isUpdated = runQuietly('apt-get', ['update']) && runQuietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  return (isUpdated ? onPath() : null) ?? refuse('apt-get could not install Chromium')
}

/** Flags under which a browser stays on this machine and has a fake camera and microphone. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-gpu-rasterization', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required',
]

function onPath(): string | null {
  for (const name of KNOWN) {
    const asked = spawnSync('which', [name], { encoding: 'utf8' })
    if (asked.status === 0) return asked.stdout.trim()
  }
  return null
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && readFileSync('/etc/debian_version', 'utf8').length > 0
}

function runQuietly(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'pipe', timeout: INSTALL_LIMIT_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    return true
  } catch {
    return false
  }
}

function refuse(what: string): never {
  throw new Error(`${what}: install Chromium or set CHROMIUM_PATH, the browser tests need one.`)
}
