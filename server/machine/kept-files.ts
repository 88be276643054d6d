import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'

/** The text of a file, or null when there is none. */
export async function readKept(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Writes a file that only its owner may read, in one step: a crash leaves the old text or the new one. */
export async function writeKept(path: string, text: string): Promise<void> {
  const half = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(half, text, { mode: 0o600 })
  await rename(half, path)
}

/** The secret in a file that only its owner may read: 256 random bits as base64url, made when there is none. */
export async function keepSecret(path: string): Promise<string> {
  const known = await readKept(path)
  if (known?.trim()) return known.trim()
  const secret = randomBytes(32).toString('base64url')
  await writeKept(path, `${secret}\n`)
  return secret
}
