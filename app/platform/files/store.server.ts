import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { HOUR_MS } from '#app/kernel/time.ts'
import { env } from '../env.server.ts'
import { findType } from './type.server.ts'

/** A file that is kept, by the SHA-256 of its content; `name` has the ending of its type. */
export type KeptFile = { hash: string; bytes: number; name: string; type: string }

/** broken-off: the sender went away before all of it had come. */
export type StoreFault = 'empty-file' | 'too-large' | 'bad-type' | 'broken-off'

/** Nobody may name a file yet whose upload has only just ended. */
const UNNAMED_FOR_MS = HOUR_MS
const HASH = /^[0-9a-f]{64}$/

/**
 * Keeps what comes in, once for all who send the same. It is written while it comes, so that memory holds a piece of it,
 * and is in its place whole or not at all.
 */
export async function storeFile(
  content: ReadableStream<Uint8Array>, { name, mostBytes }: { name: string; mostBytes: number },
): Promise<Result<KeptFile, StoreFault>> {
  const draft = join(folderOf('drafts'), newId())
  await mkdir(folderOf('drafts'), { recursive: true })
  try {
    const written = await write(content, { draft, mostBytes })
    if (!written.ok) return written
    const type = await findType(draft, name)
    if (!type) return refuse('bad-type')
    await mkdir(folderOf(written.value.hash), { recursive: true })
    await rename(draft, pathOf(written.value.hash))
    return ok({ ...written.value, ...type })
  } finally {
    await rm(draft, { force: true })
  }
}

/** A kept file by the name that it has where it is named. */
export type OpenedFile = { name: string; type: string; bytes: number; content: ReadableStream<Uint8Array> }

/** Opens what is named; null when it is not kept any more. */
export async function openNamed({ hash, name, type }: Pick<KeptFile, 'hash' | 'name' | 'type'>): Promise<OpenedFile | null> {
  const opened = await openFile(hash)
  return opened && { name, type, ...opened }
}

/** The file's content and its length in bytes; null when it is not kept. */
export async function openFile(hash: string): Promise<{ bytes: number; content: ReadableStream<Uint8Array> } | null> {
  if (!HASH.test(hash)) return null
  const found = await stat(pathOf(hash)).catch(() => null)
  if (!found) return null
  return { bytes: found.size, content: new ReadableStream(sourceOf(createReadStream(pathOf(hash)))) }
}

/** Removes files that nobody names any more, and what a kill left half-written. @returns how many went. */
export async function sweepFiles(named: ReadonlySet<string>, now: number): Promise<number> {
  let count = 0
  for (const folder of await namesIn(rootFolder())) {
    for (const file of await namesIn(join(rootFolder(), folder))) {
      const path = join(rootFolder(), folder, file)
      const found = named.has(file) ? null : await stat(path).catch(() => null)
      if (!found || now - found.mtimeMs < UNNAMED_FOR_MS) continue
      await rm(path, { force: true })
      count += 1
    }
  }
  return count
}

async function write(
  content: ReadableStream<Uint8Array>, { draft, mostBytes }: { draft: string; mostBytes: number },
): Promise<Result<{ hash: string; bytes: number }, StoreFault>> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const piece of Readable.from(piecesOf(content))) {
      bytes += piece.byteLength
      if (bytes > mostBytes) return
      hash.update(piece)
      yield piece
    }
  }
  try {
    await pipeline(measured, createWriteStream(draft, { flush: true }))
  } catch (error) {
    if (isDiskFault(error)) throw error
    return refuse('broken-off')
  }
  if (bytes > mostBytes) return refuse('too-large')
  return bytes === 0 ? refuse('empty-file') : ok({ hash: hash.digest('hex'), bytes })
}

async function* piecesOf(content: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = content.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    reader.cancel().catch(() => null)
  }
}

/** A disk that is full or not ours is nothing that a sender can mend. */
function isDiskFault(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error
}

/** A browser that goes away while it reads ends the reading. */
function sourceOf(stream: ReturnType<typeof createReadStream>): UnderlyingDefaultSource<Uint8Array> {
  const pieces = stream[Symbol.asyncIterator]()
  return {
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void stream.destroy(),
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

function pathOf(hash: string): string {
  return join(folderOf(hash), hash)
}

/** 256 folders, for few file systems like a hundred thousand files in one. */
function folderOf(name: string): string {
  return join(rootFolder(), HASH.test(name) ? name.slice(0, 2) : name)
}

function rootFolder(): string {
  const { FILES_DIR, DATA_DIR } = env()
  if (FILES_DIR) return FILES_DIR
  invariant(DATA_DIR, 'DATA_DIR is set at start')
  return join(DATA_DIR, 'files')
}
