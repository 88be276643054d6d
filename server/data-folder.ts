import { chmod, mkdir, open, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { personalFolder } from '#app/platform/env.server.ts'
import { keepDkimKey } from './machine/dkim-key.ts'
import { keepSecret, readKept, writeKept } from './machine/kept-files.ts'
import { isOurs } from './machine/processes.ts'
import { StartFault } from './machine/start-fault.ts'

/** What tools and tests may want to know of a running product. */
export type Running = {
  pid: number
  port: number
  url: string
  livekitPid: number | null
  postgresPid: number | null
}

export type Keys = { linkKey: string; authSecret: string; liveKitSecret: string; dkimKeyFile: string }

/**
 * The folder for the database, keys, mail and files, made when missing.
 * As root it lies where the system user of PostgreSQL can reach it.
 */
export async function openDataFolder(wanted: string | undefined): Promise<string> {
  const folder = resolve(wanted ?? defaultFolder())
  try {
    await mkdir(folder, { recursive: true })
    if (process.getuid?.() === 0) await chmod(folder, 0o711)
  } catch (error) {
    throw new StartFault(`The data folder ${folder} can't be made (${reasonOf(error)}). Set DATA_DIR to another folder.`)
  }
  return folder
}

/**
 * One product per data folder: two would share a database and send each mail twice.
 * A lock whose process is gone, or is a stranger with the same id, is taken over.
 * @throws {StartFault} when another start holds the folder.
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock')
  for (;;) {
    try {
      const file = await open(path, 'wx', 0o600)
      await file.writeFile(String(process.pid))
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if (!isExisting(error)) throw new StartFault(`The data folder ${folder} can't be written (${reasonOf(error)}).`)
    }
    const holder = Number(await readKept(path))
    if (holder !== process.pid && holder > 0 && (await isOurs(holder, ['server/start.ts']))) {
      throw new StartFault(await alreadyRunning(folder, holder))
    }
    await rm(path, { force: true })
  }
}

/**
 * The secrets of this product, made once and kept: losing them breaks every link that was mailed.
 * @param dkimFile the key that signs mails, where it is not ours to keep.
 */
export async function keepKeys(folder: string, dkimFile?: string): Promise<Keys> {
  const keys = join(folder, 'keys')
  await mkdir(keys, { recursive: true, mode: 0o700 })
  const [linkKey, authSecret, liveKitSecret, dkimKeyFile] = await Promise.all([
    keepSecret(join(keys, 'link')), keepSecret(join(keys, 'auth')), keepSecret(join(keys, 'livekit')),
    keepDkimKey(join(keys, 'dkim.pem'), dkimFile),
  ])
  return { linkKey, authSecret, liveKitSecret, dkimKeyFile }
}

export async function writeRunning(folder: string, running: Running): Promise<void> {
  await writeKept(join(folder, 'running.json'), `${JSON.stringify(running)}\n`)
}

export async function removeRunning(folder: string): Promise<void> {
  await rm(join(folder, 'running.json'), { force: true })
}

function defaultFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/fremmode' : join(personalFolder('data'), 'fremmode')
}

async function alreadyRunning(folder: string, pid: number): Promise<string> {
  const running: Partial<Running> = JSON.parse((await readKept(join(folder, 'running.json'))) ?? '{}')
  const where = running.pid === pid && running.url ? ` at ${running.url}` : ''
  return `Fremmøde already runs on the data folder ${folder}${where} (process ${pid}). `
    + 'Stop that one first, or set DATA_DIR to another folder.'
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
