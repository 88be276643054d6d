import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { keepDkimKey } from '../../server/machine/dkim-key.ts'
import { StartFault } from '../../server/machine/start-fault.ts'

let folder: string
let own: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fremmode-key-'))
  own = join(folder, 'dkim.pem')
})

function given(text: string): string {
  const file = join(folder, 'given.pem')
  writeFileSync(file, text)
  return file
}

function pem(key: { export: (options: { type: 'pkcs8'; format: 'pem' }) => string | Buffer }): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

test('the first start makes an RSA key of 2048 bits that only its owner may read, and the next ones keep it', async () => {
  expect(await keepDkimKey(own, undefined)).toBe(own)
  const text = readFileSync(own, 'utf8')
  expect(createPrivateKey(text)).toMatchObject({ asymmetricKeyType: 'rsa', asymmetricKeyDetails: { modulusLength: 2048 } })
  expect(statSync(own).mode & 0o777).toBe(0o600)
  await keepDkimKey(own, undefined)
  expect(readFileSync(own, 'utf8')).toBe(text)
})

test('a key that was given is used where it lies, and none of our own is made', async () => {
  const file = given(pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey))
  expect(await keepDkimKey(own, file)).toBe(file)
  expect(readdirSync(folder)).toEqual(['given.pem'])
})

test.each([
  ['no key', 'hello', /holds no private key/],
  ['a public key', generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' }).toString(), /holds no private key/],
  ['a key of another kind', pem(generateKeyPairSync('ed25519').privateKey), /RSA is needed/],
  ['a key that is too short', pem(generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey), /fewer than 1024 bits/],
])('%s stops the start in one sentence that says what to do', async (_, text, why) => {
  const refusal = await keepDkimKey(own, given(text)).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(StartFault)
  expect(String(refusal)).toMatch(why)
  expect(String(refusal)).toContain('DKIM_PRIVATE_KEY_FILE')
  expect(String(refusal)).not.toContain('PRIVATE KEY-----')
})

test('a file that is not there, or is a folder, stops it too', async () => {
  await expect(keepDkimKey(own, join(folder, 'gone.pem'))).rejects.toThrow(/no such file/)
  await expect(keepDkimKey(own, folder)).rejects.toThrow(StartFault)
})
