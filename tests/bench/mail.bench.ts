import { readFileSync } from 'node:fs'
import MailComposer from 'nodemailer/lib/mail-composer'
import DKIM from 'nodemailer/lib/dkim'
import postgres from 'postgres'
import { composeMail } from '#app/mail/compose/compose-mail.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { composeSource, type OutgoingMessage } from '#app/platform/smtp.server.ts'
import { findSigner, signSource } from '#app/platform/smtp/dkim.server.ts'
import { mailInput } from '../mail/mail-facts.ts'
import { makeKeyFile } from '../support/dkim.ts'
import { startProductWithMail } from '../support/product-with-mail.ts'
import { pause, until } from '../support/product.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'
import { allStarts, book, dropBuffers, percentile } from './booking-load.bench.ts'
import { median } from './http.bench.ts'
import type { BenchRow } from './row.ts'

const ROUNDS = 5
const MAILS_A_ROUND = 200
const BOOKINGS_A_SECOND = 20
const LOAD_SECONDS = 10
const SETTINGS = { BOOKING_LIMIT_PER_HOUR: '1000000', LOG_LEVEL: 'error' }

/** How fast invitations are written and signed, and how soon after a booking is committed the mail server has them. */
export async function benchMail(): Promise<BenchRow[]> {
  return [...await benchComposing(), ...await benchDelivery()]
}

/**
 * From the facts of a booking to signed bytes, against the mail library alone, which puts the finished words of the same
 * invitation together and signs them with a key of the same length. Rounds are taken in turn.
 */
async function benchComposing(): Promise<BenchRow[]> {
  const keyFile = makeKeyFile()
  publishEnv({ DKIM_PRIVATE_KEY_FILE: keyFile, LINK_KEY: 'l'.repeat(43) })
  const bare = bareWriter(keyFile)
  const [ours, floor]: [number[], number[]] = [[], []]
  await mailsASecond(writeInvitation, 50)
  await mailsASecond(bare, 50)
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await mailsASecond(bare, MAILS_A_ROUND))
    ours.push(await mailsASecond(writeInvitation, MAILS_A_ROUND))
  }
  const ratio = median(ours) / median(floor)
  return [
    { name: 'bare mail library: put together and signed', value: median(floor), unit: '/s' },
    { name: 'invitations: composed from the booking, and signed', value: median(ours), unit: '/s' },
    { name: 'invitations : bare mail library', value: ratio, unit: '', target: '>= 0.5', isWithin: ratio >= 0.5 },
  ]
}

async function writeInvitation(): Promise<Buffer> {
  const signer = await findSigner()
  if (!signer) throw new Error('No key is set')
  return signSource(await composeSource(invitation()), signer)
}

function invitation(): OutgoingMessage {
  const input = mailInput()
  const { subject, text, html, ics, replyTo } = composeMail(input)
  const { facts: { mailId, writtenAt, recipient }, organizer: from } = input
  const to = { name: recipient.name, address: recipient.email }
  return { id: mailId, writtenAt, from, to, replyTo, subject, text, html, calendar: ics }
}

function bareWriter(keyFile: string): () => Promise<Buffer> {
  const { from, to, subject, text, html, calendar } = invitation()
  const signer = new DKIM({ domainName: 'fremmode.example', keySelector: 'floor', privateKey: readFileSync(keyFile, 'utf8') })
  return async () => {
    const composed = await new MailComposer({
      from, to, subject, text, html: html ?? '', icalEvent: calendar ? { ...calendar, filename: 'invite.ics' } : undefined,
    }).compile().build()
    return Buffer.concat(await signer.sign(composed).toArray())
  }
}

async function mailsASecond(write: () => Promise<Buffer>, count: number): Promise<number> {
  const startedAt = performance.now()
  for (let done = 0; done < count; done += 1) await write()
  return (count * 1_000) / (performance.now() - startedAt)
}

/** Open loop. A transaction's own start stands for its commit, so what is told is rather too long than too short. */
async function benchDelivery(): Promise<BenchRow[]> {
  const { product, sink, stop } = await startProductWithMail(SETTINGS)
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  try {
    await dropBuffers(sql)
    const starts = await allStarts(product)
    const bookings: Promise<number>[] = []
    const beganAt = performance.now()
    while (bookings.length < BOOKINGS_A_SECOND * LOAD_SECONDS) {
      const due = Math.floor(((performance.now() - beganAt) / 1_000) * BOOKINGS_A_SECOND)
      while (bookings.length < due) bookings.push(book(product.url, starts[bookings.length] ?? ''))
      await pause(2)
    }
    const made = (await Promise.all(bookings)).filter((status) => status === 303).length
    await until(() => sink.accepted().length >= made * 2, 'both mails of each booking are there', 60_000)
    const waits = await waitsUntilAccepted(sql, sink)
    const p95 = percentile(waits.toSorted((one, other) => one - other), 0.95) / 1_000
    return [
      { name: 'mails accepted meanwhile', value: waits.length / LOAD_SECONDS, unit: '/s', target: '>= 38', isWithin: waits.length / LOAD_SECONDS >= 38 },
      { name: `commit -> mail server has it, p95, ${BOOKINGS_A_SECOND} bookings a sec`, value: p95, unit: 's', target: '<= 1', isWithin: p95 <= 1 },
    ]
  } finally {
    await sql.end()
    await stop()
  }
}

async function waitsUntilAccepted(sql: postgres.Sql, sink: SmtpSink): Promise<number[]> {
  const rows = await sql<{ id: string; createdAt: Date }[]>`SELECT id, created_at AS "createdAt" FROM mail WHERE sent_at IS NOT NULL`
  const written = new Map(rows.map(({ id, createdAt }) => [id, createdAt.getTime()]))
  return sink.accepted().flatMap(({ raw, at }) => {
    const writtenAt = written.get(/^Message-ID: *<([^@]+)@/im.exec(raw.toString('latin1'))?.[1] ?? '')
    return writtenAt === undefined ? [] : [at - writtenAt]
  })
}
