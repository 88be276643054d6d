import { execFileSync, spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { stopProcess } from '../../../server/machine/processes.ts'
import { until } from '../product.ts'

/** A real POP3 server with a mailbox for every name. */
export type MailStore = {
  port: number
  /** Puts a message into a mailbox, as a mail server does after the last hop. */
  deliver: (mailbox: string, raw: Buffer) => Promise<void>
  stop: () => Promise<void>
}

/** The unprivileged user that a mailbox belongs to when root runs the tests: Dovecot serves none of root's own. */
const NOBODY = 65_534
const SERVER = '/usr/sbin/dovecot'
const DELIVERER = '/usr/lib/dovecot/dovecot-lda'

/** Dovecot with a folder, a configuration and a port of its own; it knows everybody and asks for no password. */
export async function startMailStore(): Promise<MailStore> {
  const folder = await mkdtemp(join(tmpdir(), 'fremmode-dovecot-'))
  const port = await freePort()
  const config = join(folder, 'dovecot.conf')
  await chmod(folder, 0o755)
  await mkdir(join(folder, 'mail'))
  if (isRoot()) await chown(join(folder, 'mail'), NOBODY, NOBODY)
  await writeFile(config, describe(folder, port))
  const child = spawn(SERVER, ['-F', '-c', config], { stdio: 'ignore' })
  const stop = async () => {
    if (child.pid) await stopProcess(child.pid, ['SIGTERM', 'SIGKILL'], 5_000)
    await rm(folder, { recursive: true, force: true })
  }
  await until(() => answers(port), 'Dovecot answers').catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { port, deliver: (mailbox, raw) => run([DELIVERER, '-c', config, '-d', mailbox], raw), stop }
}

function describe(folder: string, port: number): string {
  const { uid, gid } = isRoot() ? { uid: NOBODY, gid: NOBODY } : userInfo()
  return `
    base_dir = ${folder}/run
    state_dir = ${folder}/state
    log_path = ${folder}/log
    protocols = pop3
    listen = 127.0.0.1
    ssl = no
    disable_plaintext_auth = no
    mail_location = maildir:${folder}/mail/%u
    first_valid_uid = 1
    passdb {
      driver = static
      args = nopassword=y
    }
    userdb {
      driver = static
      args = uid=${uid} gid=${gid} home=${folder}/mail/%u allow_all_users=yes
    }
    service pop3-login {
      chroot =
      inet_listener pop3 {
        port = ${port}
      }
      inet_listener pop3s {
        port = 0
      }
    }
    ${isRoot() ? '' : describeOneUser()}
`
}

/** Dovecot's parts run as users of their own, if it may change to them. */
function describeOneUser(): string {
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()
  return `
    default_internal_user = ${userInfo().username}
    default_login_user = ${userInfo().username}
    default_internal_group = ${group}
    service anvil {
      chroot =
    }
    service stats {
      chroot =
    }`
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

async function run([program = '', ...words]: string[], input: Buffer): Promise<void> {
  const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => { complaint += chunk.toString() })
  child.stdin.end(input)
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaint}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no port was given')
  return address.port
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const settle = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('data', () => settle(true))
    socket.once('error', () => settle(false))
  })
}
