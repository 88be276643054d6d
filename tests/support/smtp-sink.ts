import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What the server answers to DATA; drop cuts the connection without an answer. */
export type Verdict = 'accept' | 'drop' | { code: number; text: string }

export type SunkMail = {
  from: string
  to: string[]
  raw: Buffer
  /** The sender announced an envelope with letters outside ASCII (RFC 6531). */
  isUtf8: boolean
  verdict: Verdict
  /** When it was answered, epoch milliseconds. */
  at: number
}

type Arriving = Pick<SunkMail, 'from' | 'to' | 'raw' | 'isUtf8'>

export type SmtpSink = {
  url: string
  /** Every message whose DATA came through to its end, in order, whatever was answered. */
  mails: SunkMail[]
  /** Those that were accepted. */
  accepted: () => SunkMail[]
  /** Decides on each message from now on; a promise holds the answer back. */
  decide: (verdict: (mail: Arriving) => Verdict | Promise<Verdict>) => void
  /** How many recipients were refused. */
  refused: () => number
  /** Refuses recipients from now on, by code and text, or null. */
  refuseRecipients: (refusal: { code: number; text: string } | null) => void
  stop: () => Promise<void>
}

/** A real SMTP server on loopback that keeps what it gets. Port 0 picks a free one. An old one knows ASCII addresses only. */
export async function startSmtpSink(port = 0, { isOld = false } = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = []
  const sockets = new Set<Socket>()
  let verdictOf: Parameters<SmtpSink['decide']>[0] = () => 'accept'
  let refusals = 0
  let recipientRefusal: { code: number; text: string } | null = null

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 200,
    hideSMTPUTF8: isOld,
    onRcptTo: ({ address }, _session, answer) => {
      const isForeign = isOld && /[^\x20-\x7e]/.test(address)
      const given = isForeign ? { code: 553, text: '5.6.7 Non-ASCII addresses are not permitted' } : recipientRefusal
      if (given) refusals += 1
      answer(given && refusal(given))
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const isUtf8 = Boolean(session.envelope.smtpUtf8)
        const mail = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks), isUtf8 }
        void Promise.resolve(verdictOf(mail)).then((verdict) => {
          const sender = [...sockets].find((socket) => socket.remotePort === session.remotePort)
          mails.push({ ...mail, verdict, at: Date.now() })
          if (verdict === 'accept') return answer()
          if (verdict !== 'drop') return answer(refusal(verdict))
          sender?.destroy()
        })
      })
    },
  })
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.server.address()
  const listening = typeof address === 'object' && address ? address.port : port

  return {
    url: `smtp://127.0.0.1:${listening}`,
    mails,
    accepted: () => mails.filter((mail) => mail.verdict === 'accept'),
    decide: (verdict) => { verdictOf = verdict },
    refused: () => refusals,
    refuseRecipients: (given) => { recipientRefusal = given },
    stop: () => new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    }),
  }
}

function refusal({ code, text }: { code: number; text: string }): Error {
  return Object.assign(new Error(text), { responseCode: code })
}
