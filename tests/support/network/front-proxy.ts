import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeTcpPort } from '../../../server/machine/ports.ts'
import { CHROMIUM_FLAGS } from '../chromium.ts'

/** What stands before the product on the internet: ends TLS, speaks HTTP/2 to browsers. */
export type FrontProxy = {
  origin: string
  /** Flags of a browser that trusts its certificate as if an authority had signed it. */
  flags: string[]
  stop: () => Promise<void>
}

const PROGRAM = 'haproxy'
const README = join(import.meta.dirname, '../../../README.md')

/** Why nothing can stand before the product here, or null when it can. */
export function whyNoFront(): string | null {
  const isThere = spawnSync(PROGRAM, ['-v']).status === 0
  return isThere || process.env.REQUIRE_ALL === '1' ? null : `no ${PROGRAM}: apt-get install ${PROGRAM}`
}

/**
 * HAProxy by the README's own words, but for the addresses.
 * @param productPort where the product listens on the same address.
 * @throws {Error} with what HAProxy says of its configuration.
 */
export async function startFrontProxy(address: string, productPort: string): Promise<FrontProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'fremmode-front-'))
  const [web, plain] = [await freeTcpPort(address), await freeTcpPort(address)]
  const fingerprint = makeCertificate(folder, address)
  const configuration = join(folder, 'haproxy.cfg')
  await writeFile(configuration, withAddresses(await readmeConfiguration(), {
    ':80': `${address}:${plain}`,
    ':443': `${address}:${web}`,
    '/etc/haproxy/meet.example.com.pem': join(folder, 'both.pem'),
    '127.0.0.1:3000': `${address}:${productPort}`,
  }))
  const checked = spawnSync(PROGRAM, ['-c', '-f', configuration], { encoding: 'utf8' })
  if (checked.status !== 0) throw new Error(`HAProxy refuses the README's configuration: ${checked.stderr}`)
  const proxy = spawn(PROGRAM, ['-db', '-f', configuration], { stdio: 'ignore' })
  return {
    origin: `https://${address}:${web}`,
    flags: [...CHROMIUM_FLAGS, `--ignore-certificate-errors-spki-list=${fingerprint}`],
    stop: async () => {
      const ended = new Promise((resolve) => proxy.once('exit', resolve))
      proxy.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function readmeConfiguration(): Promise<string> {
  const block = /^```haproxy\n(.+?)^```$/ms.exec(await readFile(README, 'utf8'))?.[1]
  if (!block) throw new Error('The README shows no configuration of HAProxy.')
  return block
}

/** @throws {Error} naming an address that the configuration no longer holds. */
function withAddresses(configuration: string, addresses: Record<string, string>): string {
  return Object.entries(addresses).reduce((text, [shown, real]) => {
    if (!text.includes(` ${shown}`)) throw new Error(`The README's configuration has no ${shown} any more.`)
    return text.replace(` ${shown}`, ` ${real}`)
  }, configuration)
}

/** Puts certificate and key into `both.pem`. Gives the base64 SHA-256 of the public key, by which Chromium knows it. */
function makeCertificate(folder: string, address: string): string {
  return execFileSync('sh', ['-ec', `
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -keyout key.pem -out cert.pem \\
      -subj "/CN=${address}" -addext "subjectAltName=IP:${address}" 2>/dev/null
    cat cert.pem key.pem > both.pem
    openssl x509 -in cert.pem -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64
  `], { cwd: folder, encoding: 'utf8' }).trim()
}
