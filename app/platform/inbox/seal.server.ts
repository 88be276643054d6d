import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { invariant } from '#app/kernel/invariant.ts'
import { env } from '../env.server.ts'

const [NONCE_OCTETS, TAG_OCTETS] = [12, 16]

/**
 * Bytes that only we can read back: AES-256-GCM under a key of its own, derived from LINK_KEY (RFC 5869). What others
 * send us may repeat the links that we sent them, and those must not stand in the database in clear.
 */
export function seal(bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE_OCTETS)
  const cipher = createCipheriv('aes-256-gcm', sealKey(), nonce)
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden])
}

/** @throws {Error} when it was not sealed with our key, or was changed. */
export function unseal(sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', sealKey(), sealed.subarray(0, NONCE_OCTETS))
  decipher.setAuthTag(sealed.subarray(NONCE_OCTETS, NONCE_OCTETS + TAG_OCTETS))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_OCTETS + TAG_OCTETS)), decipher.final()])
}

function sealKey(): Buffer {
  const secret = env().LINK_KEY
  invariant(secret, 'LINK_KEY is set at start')
  return Buffer.from(hkdfSync('sha256', secret, '', 'incoming mail', 32))
}
