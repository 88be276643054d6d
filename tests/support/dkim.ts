import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PYTHON = process.env.ICS_PYTHON || 'python3'
const SCRIPT = fileURLToPath(new URL('dkim_verifier.py', import.meta.url))

/** A new RSA key in a file of its own. */
export function makeKeyFile(bits = 2048): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  const file = join(mkdtempSync(join(tmpdir(), 'fremmode-dkim-')), 'dkim.pem')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return file
}

/** TXT records as a name server would give them, for verifiers that may be told whom to ask. */
export function resolverOf(records: Record<string, string>) {
  return async (name: string, type: string): Promise<string[][]> => {
    const found = type === 'TXT' ? records[name.toLowerCase()] : undefined
    if (found !== undefined) return [[found]]
    throw Object.assign(new Error(`query${type} ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
  }
}

/** Is there a Python with dkimpy, the second opinion? */
export function isDkimpyMissing(): boolean {
  return spawnSync(PYTHON, [SCRIPT, '{}'], { input: '' }).status === 3
}

/** What dkimpy says of a message: true where its signature holds. @throws {Error} when it can't run. */
export function verifyWithDkimpy(raw: Buffer, records: Record<string, string>): boolean {
  const { status, stdout, stderr } = spawnSync(PYTHON, [SCRIPT, JSON.stringify(records)], { input: raw })
  if (status !== 0) throw new Error(`dkimpy ended with ${status}: ${stderr}`)
  return stdout.toString().trim() === 'True'
}
