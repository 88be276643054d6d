import { createSocket } from 'node:dgram'

export type NameServer = {
  /** `127.0.0.1:port`, as DNS_SERVER wants it. */
  address: string
  /** What it answers to TXT and A questions, by name; a name that is missing does not exist. */
  texts: Map<string, string>
  addresses: Map<string, string>
  /** How many questions came. */
  asked: () => number
  /** From now on it answers that it can't (SERVFAIL). */
  fail: (isFailing: boolean) => void
  stop: () => Promise<void>
}

const [TXT, A] = [16, 1]

/** A real name server on loopback that knows a few names (RFC 1035). */
export async function startNameServer(): Promise<NameServer> {
  const [texts, addresses] = [new Map<string, string>(), new Map<string, string>()]
  const socket = createSocket('udp4')
  let [count, isFailing] = [0, false]
  socket.on('message', (question, from) => {
    count += 1
    const { name, type, end } = readQuestion(question)
    const text = type === TXT ? texts.get(name) : undefined
    const at = type === A ? addresses.get(name) : undefined
    const data = text === undefined ? (at === undefined ? null : Buffer.from(at.split('.').map(Number))) : textData(text)
    const isKnown = texts.has(name) || addresses.has(name)
    const code = isFailing ? 2 : isKnown ? 0 : 3
    const header = Buffer.from([0, 0, 0x81, 0x80 | code, 0, 1, 0, data && !isFailing ? 1 : 0, 0, 0, 0, 0])
    question.copy(header, 0, 0, 2)
    const parts: Uint8Array[] = [header, question.subarray(12, end)]
    if (data && !isFailing) parts.push(Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, data.length >> 8, data.length & 255]), data)
    socket.send(Buffer.concat(parts), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${socket.address().port}`, texts, addresses, asked: () => count,
    fail: (failing) => { isFailing = failing },
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function readQuestion(packet: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = packet[at] ?? 0; length > 0; length = packet[at] ?? 0) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), type: packet.readUInt16BE(at + 1), end: at + 5 }
}

/** A text is strings of 255 octets at most. */
function textData(text: string): Buffer {
  const pieces = text.match(/.{1,255}/gs) ?? ['']
  return Buffer.concat(pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece, 'latin1')])))
}
