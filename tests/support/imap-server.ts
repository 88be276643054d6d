import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { freeTcpPort } from '../../server/machine/ports.ts'
import { until } from './product.ts'

export type ImapServer = {
  /** As IMAP_URL wants it. */
  url: string
  /** Puts a mail into the mailbox, as a delivery does; the server tells whoever listens. */
  append: (source: string | Buffer) => Promise<void>
  /** How many mails lie there, and how many of them are marked as seen. */
  count: () => Promise<{ mails: number; seen: number }>
  /** The mailbox is made anew, with the same mails under other UIDs. */
  makeAnew: () => Promise<void>
  goAway: () => Promise<void>
  comeBack: () => Promise<void>
  stop: () => Promise<void>
}

const DOVECOT = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', 'dovecot'].find((path) => spawnSync(path, ['--version']).status === 0)

/** Why no test can run against it here; null when it can. */
export const missingImapServer = DOVECOT ? null : 'There is no dovecot: apt-get install dovecot-imapd'

/** A real IMAP server, Dovecot, on loopback, with a mailbox of its own and nobody else's settings. */
export async function startImapServer(): Promise<ImapServer> {
  const folder = await mkdtemp(join(tmpdir(), 'fremmode-imap-'))
  await chmod(folder, 0o755)
  const port = await freeTcpPort()
  const conf = join(folder, 'dovecot.conf')
  const { uid } = userInfo()
  // Dovecot opens nobody's mail as root.
  const owner = uid === 0 ? { user: 'nobody', uid: 65_534, gid: 65_534 } : { user: userInfo().username, uid, gid: userInfo().gid }
  await mkdir(join(folder, 'mail'))
  if (uid === 0) await chown(join(folder, 'mail'), owner.uid, owner.gid)
  await writeFile(conf, settings(folder, { port, owner, isRoot: uid === 0 }))
  const url = `imap://moeder:hemmeligt@127.0.0.1:${port}`
  let child: ChildProcess | null = null

  const start = async () => {
    const started = spawn(DOVECOT ?? 'dovecot', ['-F', '-c', conf], { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    let output = ''
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString() })
    child = started
    await until(() => withClient(url, () => Promise.resolve(true)), 'the mail server answers', 20_000).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${output}`)
    })
  }
  const end = () => new Promise<void>((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return resolve()
    const { pid } = child
    child.once('exit', () => {
      endGroup(pid)
      resolve()
    })
    child.kill('SIGTERM')
  })
  await start()
  return {
    url,
    append: (source) => withClient(url, async (client) => { await client.append('INBOX', Buffer.from(source)) }),
    count: () => withClient(url, async (client) => {
      const { messages = 0, unseen = 0 } = await client.status('INBOX', { messages: true, unseen: true }) || {}
      return { mails: messages, seen: messages - unseen }
    }),
    async makeAnew() {
      await end()
      const names = (await readdir(join(folder, 'mail'))).filter((name) => name.startsWith('dovecot'))
      for (const name of names) await rm(join(folder, 'mail', name), { recursive: true })
      await start()
    },
    goAway: end,
    comeBack: start,
    async stop() {
      await end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A connection's own process may outlive the server by as long as it has something to say: then nothing would have gone away. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left.
  }
}

async function withClient<Value>(url: string, work: (client: ImapFlow) => Promise<Value>): Promise<Value> {
  const { hostname, port, username, password } = new URL(url)
  const auth = { user: username, pass: password }
  const client = new ImapFlow({ host: hostname, port: Number(port), secure: false, auth, logger: false })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.logout().catch(() => client.close())
  }
}

type Settings = { port: number; owner: { user: string; uid: number; gid: number }; isRoot: boolean }

function settings(folder: string, { port, owner: { user, uid, gid }, isRoot }: Settings): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${isRoot ? 'dovecot' : user}
default_login_user = ${isRoot ? 'dovenull' : user}
${isRoot ? '' : `default_internal_group = ${gid}\n`}first_valid_uid = ${Math.min(uid, 500)}
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = user=moeder password=hemmeligt
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
  ${isRoot ? '' : 'chroot ='}
}
${isRoot ? '' : 'service anvil {\n  chroot =\n}\n'}`
}
