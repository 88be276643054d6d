import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { startVisitors, type Told } from '../support/busy-visitors.ts'
import { throwDice, type Dice } from '../support/dice.ts'
import { readIcs } from '../support/ics-bytes.ts'
import { readLetters } from '../support/letters.ts'
import { pause, until } from '../support/product.ts'
import { startProductWithMail } from '../support/product-with-mail.ts'
import type { SmtpSink, Verdict } from '../support/smtp-sink.ts'

const IS_FULL = process.env.PROOF_SCALE === 'full'
const KILLS = IS_FULL ? 200 : 20
const VISITORS = 4

test(`killed ${KILLS} times at any moment, each recipient ends with exactly the right state`, async () => {
  test.setTimeout(KILLS * 15_000 + 300_000)
  const dice = throwDice()
  console.log(`PROOF_SEED=${dice.seed}`)
  const { product, sink, stop } = await startProductWithMail({ BOOKING_LIMIT_PER_HOUR: '1000000' })
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  const held = troubleMail(sink, dice)
  const visitors = startVisitors(product.url, dice, VISITORS)
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await untilTheMoment(dice, { sql, held })
    await product.kill()
    held.letGo(dice)
    await product.startAgain()
  }
  const told = await visitors.stop()
  sink.decide(() => 'accept')
  await untilAllIsSent(sql)
  expect(told.length, 'there was something to lose').toBeGreaterThanOrEqual(KILLS)
  const outcome = await expectRightEnd({ sql, sink, told })
  const unheard = sink.accepted().filter((mail) => mail.isUnheard).length
  console.log(`${KILLS} kills, ${told.length} bookings, ${outcome.letters} mails, ${outcome.repeated} repeated, ${unheard} unheard`)
  expect(outcome.repeated).toBeLessThanOrEqual(IS_FULL ? outcome.letters / 100 : unheard + KILLS / 2)
  await sql.end()
  await stop()
})

type Held = ReturnType<typeof troubleMail>

/** A mail server that refuses for now, is slow, cuts the line, or keeps its answer to DATA until the sender is dead. */
function troubleMail(sink: SmtpSink, dice: Dice) {
  const tries = new Map<string, number>()
  const waiting: ((verdict: Verdict) => void)[] = []
  let isHolding = false
  sink.decide((mail) => {
    const id = /^Message-ID: *(\S+)/im.exec(mail.raw.toString('latin1'))?.[1] ?? ''
    const tried = (tries.get(id) ?? 0) + 1
    tries.set(id, tried)
    if (isHolding) return new Promise((resolve) => waiting.push(resolve))
    // Each refusal makes the next pause longer, so no mail meets more than two.
    if (tried <= 2 && dice.chance(0.08)) return { code: 451, text: 'later' }
    if (tried <= 2 && dice.chance(0.04)) return 'drop'
    if (dice.chance(0.1)) return pause(dice.below(300)).then(() => 'accept' as const)
    return 'accept'
  })
  return {
    hold: () => { isHolding = true },
    isHeld: () => waiting.length > 0,
    /** The sender is gone: the server has either kept what it got, or thrown it away. */
    letGo(chance: Dice) {
      isHolding = false
      for (const answer of waiting.splice(0)) answer(chance.chance(0.5) ? 'accept' : 'drop')
    },
  }
}

/** A sixth of the kills hit while the mail server holds its answer, a sixth while a job is in flight, the rest anywhere. */
async function untilTheMoment(dice: Dice, { sql, held }: { sql: postgres.Sql; held: Held }): Promise<void> {
  const kind = dice.below(6)
  if (kind === 0) {
    held.hold()
    return until(held.isHeld, 'a mail waits for its answer', 20_000)
  }
  if (kind > 1) return pause(dice.below(2_000))
  await until(async () => {
    const [row] = await sql`SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL LIMIT 1`
    return row !== undefined
  }, 'a job is in flight', 20_000)
}

/** Pauses between tries are not what is proven here: what waits for later is tried now. */
async function untilAllIsSent(sql: postgres.Sql): Promise<void> {
  await until(async () => {
    await sql`SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs
      WHERE locked_at IS NULL AND task_identifier = 'mail.send' HAVING count(*) > 0`
    const [row] = await sql`SELECT 1 FROM mail WHERE sent_at IS NULL LIMIT 1`
    if (row) await pause(500)
    return row === undefined
  }, 'every mail is sent', 120_000)
}

type End = { sql: postgres.Sql; sink: SmtpSink; told: Told[] }
type Entry = { email: string; uid: string; state: string; startsAt: Date; sequence: number; seatId: string; role: string }

async function expectRightEnd({ sql, sink, told }: End): Promise<{ letters: number; repeated: number }> {
  const entries = await sql<Entry[]>`SELECT seat.email, meeting.ics_uid AS uid, booking.state, meeting.starts_at AS "startsAt",
      meeting.ics_sequence AS sequence, booking.seat_id AS "seatId", seat.role
    FROM seat JOIN meeting ON meeting.id = seat.meeting_id JOIN booking ON booking.meeting_id = meeting.id WHERE NOT meeting.is_demo`
  for (const one of told) {
    const entry = entries.find(({ seatId, role }) => role === 'guest' && one.seatPath.endsWith(seatId))
    expect(entry?.startsAt.toISOString(), 'what was told holds').toBe(new Date(one.startsAt).toISOString())
    expect(entry?.state).toBe(one.isCancelled ? 'cancelled' : 'confirmed')
  }
  const arrived = await foldLetters(sink)
  for (const { email, uid, state, startsAt, sequence } of entries) {
    const last = arrived.last.get(`${email} ${uid}`)
    expect(last, `${email} has heard of ${uid}`).toMatchObject({ method: state === 'cancelled' ? 'CANCEL' : 'REQUEST', sequence })
    expect(last?.startsAt).toBe(startsAt.getTime())
  }
  expect(arrived.last.size).toBe(entries.length)
  return { letters: arrived.letters, repeated: arrived.repeated }
}

type Arrived = { method: string; sequence: number; startsAt: number }

/** Mails in the order in which they were accepted. SEQUENCE never falls, and what comes twice comes under one Message-ID. */
async function foldLetters(sink: SmtpSink): Promise<{ last: Map<string, Arrived>; letters: number; repeated: number }> {
  const last = new Map<string, Arrived>()
  const messageIds = new Map<string, string>()
  // Reminders bring nothing for a calendar.
  const letters = (await readLetters(sink)).filter(({ calendar }) => calendar !== null)
  let repeated = 0
  for (const { to, calendar, messageId } of letters) {
    const value = (name: string) => readIcs(calendar ?? '').find((property) => property.name === name)?.value ?? ''
    const arrived = { method: value('METHOD'), sequence: Number(value('SEQUENCE')), startsAt: instantOf(value('DTSTART')) }
    const recipient = `${to} ${value('UID')}`
    expect(arrived.sequence, `${recipient} after ${JSON.stringify(last.get(recipient))}`)
      .toBeGreaterThanOrEqual(last.get(recipient)?.sequence ?? 0)
    last.set(recipient, arrived)
    const step = `${recipient} ${arrived.method} ${arrived.sequence}`
    if (messageIds.has(step)) repeated += 1
    expect(messageIds.get(step) ?? messageId).toBe(messageId)
    messageIds.set(step, messageId)
  }
  return { last, letters: letters.length, repeated }
}

/** A DATE-TIME in UTC (RFC 5545 §3.3.5), which is how single meetings are written. */
function instantOf(text: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}
