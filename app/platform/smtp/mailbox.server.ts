import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Address } from 'postal-mime'
import { isId, newId } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { env } from '../env.server.ts'

/** A mail in the local folder, as its reader sees it. */
export type CaughtMail = {
  id: string
  /** Epoch milliseconds. */
  writtenAt: number
  source: Buffer
  headers: { name: string; value: string }[]
  from: string
  to: string
  subject: string
  text: string
  html: string
  /** The calendar that the mail carries. */
  calendar: { method: string; content: string } | null
}

const NEWEST = 200

/** Keeps a message as a file, in one step. The same message again takes the place of the first. */
export async function putIntoMailbox(mail: { id: string; writtenAt: number; source: Buffer }): Promise<void> {
  invariant(isId(mail.id), 'a mail is named by a UUID')
  const folder = mailFolder()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const half = join(folder, `${newId()}.half`)
  await writeFile(half, mail.source, { mode: 0o600 })
  await rename(half, join(folder, fileName(mail)))
}

/** The newest mails first, at most 200. */
export async function listMailbox(): Promise<CaughtMail[]> {
  const names = (await listFiles()).toReversed().slice(0, NEWEST)
  return Promise.all(names.map(readCaught))
}

/** One mail, or null when there is none of that id. */
export async function findCaughtMail(id: string): Promise<CaughtMail | null> {
  if (!isId(id)) return null
  const name = (await listFiles()).find((candidate) => idOf(candidate) === id)
  return name ? readCaught(name) : null
}

async function listFiles(): Promise<string[]> {
  try {
    return (await readdir(mailFolder())).filter((name) => name.endsWith('.eml')).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

async function readCaught(name: string): Promise<CaughtMail> {
  const source = await readFile(join(mailFolder(), name))
  const mail = await PostalMime.parse(source, { attachmentEncoding: 'utf8' })
  const calendar = mail.attachments.find((part) => part.mimeType === 'text/calendar')
  return {
    id: idOf(name),
    writtenAt: Date.parse(mail.date ?? ''),
    source,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    from: sayAddress(mail.from),
    to: (mail.to ?? []).map(sayAddress).join(', '),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    // PostalMime gives a calendar's line breaks as LF; RFC 5545 §3.1 has CRLF.
    calendar: calendar ? { method: calendar.method ?? '', content: String(calendar.content).replaceAll('\n', '\r\n') } : null,
  }
}

function sayAddress(address: Address | undefined): string {
  if (!address) return ''
  return address.name ? `${address.name} <${address.address ?? ''}>` : (address.address ?? '')
}

/** The time comes first, so that names sort as mails were written. */
function fileName(mail: { id: string; writtenAt: number }): string {
  return `${new Date(mail.writtenAt).toISOString().replaceAll(':', '-')}-${mail.id}.eml`
}

function idOf(name: string): string {
  return name.slice(-'.eml'.length - 36, -'.eml'.length)
}

function mailFolder(): string {
  const { DATA_DIR } = env()
  invariant(DATA_DIR, 'DATA_DIR is set at start')
  return join(DATA_DIR, 'mail')
}
