import { createSocket, type RemoteInfo } from 'node:dgram'

/** What it says: TXT values, A addresses, MX as `10 mail.example.com`, a code instead of an answer, or silence. */
export type Zone = Record<string, { TXT?: string[]; MX?: string[]; A?: string[] } | 'servfail' | 'refused' | 'silent'>

export type NameServer = {
  /** As DNS_SERVER wants it. */
  address: string
  /** Names that were asked for, in their order. */
  asked: string[]
  say: (zone: Zone) => void
  /** Says this of one name, and of all others what it said before. */
  add: (name: string, records: Zone[string]) => void
  /** Says of every name that it can't tell (SERVFAIL), or no longer so. */
  fail: (isFailing: boolean) => void
  stop: () => Promise<void>
}

const TYPES: Record<number, 'A' | 'MX' | 'TXT'> = { 1: 'A', 15: 'MX', 16: 'TXT' }
const CODES = { servfail: 2, refused: 5 } as const
const NO_SUCH_NAME = 3

/** A real name server on loopback, over UDP (RFC 1035 §4). Names are known in lower case. */
export async function startNameServer(): Promise<NameServer> {
  const socket = createSocket('udp4')
  const asked: string[] = []
  let [zone, isFailing]: [Zone, boolean] = [{}, false]
  socket.on('message', (query: Buffer, from: RemoteInfo) => {
    const { name, type, end } = readQuestion(query)
    asked.push(name)
    const known = isFailing ? 'servfail' : zone[name]
    if (known === 'silent') return
    socket.send(answerTo(query.subarray(0, end), known, type), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    say: (given) => { zone = given },
    add: (name, records) => { zone = { ...zone, [name]: records } },
    fail: (failing) => { isFailing = failing },
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.subarray(at + 1, at + 1 + length).toString('latin1'))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 }
}

/** Header and question come back, then one record for each value. */
function answerTo(question: Buffer, known: Zone[string] | undefined, type: number): Buffer {
  const code = known === undefined ? NO_SUCH_NAME : typeof known === 'string' && known !== 'silent' ? CODES[known] : 0
  const kind = TYPES[type]
  const values = typeof known === 'object' && kind ? (known[kind] ?? []) : []
  const head = Buffer.from(question)
  head.writeUInt16BE(0x8580 | code, 2)
  head.writeUInt16BE(values.length, 6)
  head.writeUInt32BE(0, 8)
  return Buffer.concat([head, ...values.map((value) => recordOf(type, contentOf(value, kind)))])
}

function contentOf(value: string, kind: 'A' | 'MX' | 'TXT' | undefined): Buffer {
  if (kind === 'A') return Buffer.from(value.split('.').map(Number))
  return kind === 'MX' ? exchange(value) : strings(value)
}

function recordOf(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(type, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(content.length, 10)
  return Buffer.concat([head, content])
}

function strings(value: string): Buffer {
  return Buffer.concat((value.match(/.{1,255}/gs) ?? ['']).map((part) => Buffer.from(`${String.fromCharCode(part.length)}${part}`, 'latin1')))
}

function exchange(value: string): Buffer {
  const [priority = '0', host = '.'] = value.split(' ')
  const labels = host.split('.').filter(Boolean).map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`, 'latin1'))
  return Buffer.concat([Buffer.from([0, Number(priority)]), ...labels, Buffer.from([0])])
}
