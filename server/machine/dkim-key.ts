import { createPrivateKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { readKept, writeKept } from './kept-files.ts'
import { StartFault } from './start-fault.ts'

/** The shortest key that receivers must accept is 1024 bits, and 2048 is what signers should use (RFC 8301 §3.2). */
const BITS = 2048
const FEWEST_BITS = 1024

/**
 * The file of the key that signs mails: the one that was given, or our own, made when there is none. The key itself
 * stays in its file, and only its owner may read that.
 * @throws {StartFault} when there is no such file, or no key in it that can sign.
 */
export async function keepDkimKey(own: string, given: string | undefined): Promise<string> {
  const text = await readKept(given ?? own).catch((error: unknown) => fault(given ?? own, String(error)))
  if (text === null && given !== undefined) return fault(given, 'there is no such file')
  if (text === null) await writeKept(own, await makeKey())
  else checkKey(given ?? own, text)
  return given ?? own
}

async function makeKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function checkKey(file: string, text: string): void {
  const key = readKey(text)
  if (!key) return fault(file, 'it holds no private key without a password, as PEM')
  if (key.asymmetricKeyType !== 'rsa') return fault(file, `it is a key of the kind ${key.asymmetricKeyType}, and RSA is needed`)
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < FEWEST_BITS) return fault(file, `it has fewer than ${FEWEST_BITS} bits`)
}

function readKey(text: string) {
  try {
    return createPrivateKey(text)
  } catch {
    return null
  }
}

function fault(file: string, why: string): never {
  throw new StartFault(`The key ${file} can't sign mails: ${why}. Set DKIM_PRIVATE_KEY_FILE to another, or leave it out.`)
}
