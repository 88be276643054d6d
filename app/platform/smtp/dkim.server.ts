import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { invariant } from '#app/kernel/invariant.ts'
import { env } from '../env.server.ts'
import { mailDomain } from './mail-domain.ts'

export type DkimSigner = {
  /** In ASCII, as it stands in DNS. */
  domain: string
  selector: string
  key: KeyObject
}

/**
 * What is signed where it is there (RFC 6376 §5.4.1). What a reader sees is named once more than it stands, so that
 * nobody can put a second one on top of it (§8.15).
 */
const SEALED = ['from', 'to', 'subject', 'date', 'reply-to']
const SIGNED = [
  ...SEALED, 'message-id', 'in-reply-to', 'references', 'mime-version', 'content-type', 'content-transfer-encoding',
  'auto-submitted', 'list-unsubscribe', 'list-unsubscribe-post',
]
const LINE_LENGTH = 72

const signInThread = promisify<string, Buffer, KeyObject, Buffer>(sign)

let known: { file: string; key: KeyObject } | null = null

/** The key of DKIM_PRIVATE_KEY_FILE for the domain that sends; null where none is set. @throws {Error} when it can't be read. */
export async function findSigner(): Promise<DkimSigner | null> {
  const { DKIM_PRIVATE_KEY_FILE: file, DKIM_SELECTOR: selector, MAIL_FROM } = env()
  if (!file) return null
  if (known?.file !== file) known = { file, key: createPrivateKey(await readFile(file, 'utf8')) }
  return { selector, domain: mailDomain(MAIL_FROM), key: known.key }
}

/** The value of the TXT record under which a receiver finds the key (RFC 6376 §3.6.1). */
export function dkimRecordOf({ key }: Pick<DkimSigner, 'key'>): string {
  return `v=DKIM1; k=rsa; p=${createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')}`
}

/**
 * The message with a signature on top (RFC 6376, relaxed/relaxed, RSA with SHA-256). It says no time: the same message
 * has the same signature, so a repeat is the same to the last byte.
 * @param source a whole message with CRLF at the end of its lines.
 */
export async function signSource(source: Buffer, { domain, selector, key }: DkimSigner): Promise<Buffer> {
  const text = source.toString('latin1')
  const headEnd = text.indexOf('\r\n\r\n')
  invariant(headEnd > 0, 'a message has a head and a body')
  const headers = readHeaders(text.slice(0, headEnd))
  const names = SIGNED.flatMap((name) => headers.filter((header) => header.name === name).map(() => name)).concat(SEALED)
  const bodyHash = createHash('sha256').update(relaxBody(text.slice(headEnd + 4)), 'latin1').digest('base64')
  const unsigned = `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain};\r\n s=${selector};\r\n`
    + ` h=${foldNames(names)};\r\n bh=${bodyHash};\r\n b=`
  const covered = [...pickHeaders(headers, names), relaxHeader(unsigned)].join('\r\n')
  const signature = await signInThread('sha256', Buffer.from(covered, 'latin1'), key)
  return Buffer.concat([Buffer.from(`${unsigned}${fold(signature.toString('base64'))}\r\n`, 'latin1'), source])
}

type Header = { name: string; line: string }

function readHeaders(head: string): Header[] {
  return head.split(/\r\n(?![ \t])/).map((line) => ({ name: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line }))
}

/** Of several with one name the lowest comes first; a name without a header left stands for none (§5.4.2). */
function pickHeaders(headers: readonly Header[], names: readonly string[]): string[] {
  const left = [...headers]
  return names.flatMap((name) => {
    const position = left.findLastIndex((header) => header.name === name)
    return position < 0 ? [] : left.splice(position, 1).map(({ line }) => relaxHeader(line))
  })
}

/** RFC 6376 §3.4.2. */
function relaxHeader(line: string): string {
  const colon = line.indexOf(':')
  const value = line.slice(colon + 1).replaceAll('\r\n', '').replaceAll(/[ \t]+/g, ' ').replaceAll(/^ | $/g, '')
  return `${line.slice(0, colon).trim().toLowerCase()}:${value}`
}

/** RFC 6376 §3.4.4: white space counts as one, none at the end of a line, and no empty lines at the end. */
function relaxBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''))
  while (lines.at(-1) === '') lines.pop()
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`
}

function foldNames(names: readonly string[]): string {
  const lines = ['']
  for (const name of names) {
    const line = lines.at(-1) ?? ''
    if (line.length + name.length > LINE_LENGTH) lines.push(`${name}:`)
    else lines[lines.length - 1] = `${line}${name}:`
  }
  return lines.join('\r\n ').replace(/:$/, '')
}

function fold(text: string): string {
  return (text.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? []).join('\r\n ')
}
