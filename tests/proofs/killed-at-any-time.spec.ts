import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { startVisitors, type Told } from '../support/busy-visitors.ts'
import { throwDice, type Dice } from '../support/dice.ts'
import { readIcs } from '../support/ics-bytes.ts'
import { readLetters } from '../support/letters.ts'
import { pause, until } from '../support/product.ts'
import { startProductWithMail } from '../support/product-with-mail.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'
import { countRepeats, SLOWEST_MS, troubleMail, type Death, type Repeats, type TroubledMail } from '../support/troubled-mail.ts'

const IS_FULL = process.env.PROOF_SCALE === 'full'
const KILLS = IS_FULL ? 200 : 20
const VISITORS = 6
/** So many answered steps at most lie between two kills. In full it makes some twenty thousand mails, of which a hundredth can be told. */
const MOST_STEPS = IS_FULL ? 100 : 14
/** Half of the kills aim at a job in flight, for not each of them hits; a sixth at a mail server that has not answered. */
const MOMENTS = ['answer held', 'any', 'job in flight', 'any', 'job in flight', 'any'] as const

test(`killed ${KILLS} times at any moment, each recipient ends with exactly the right state`, async () => {
  test.setTimeout(KILLS * 25_000 + 300_000)
  const dice = throwDice()
  console.log(`PROOF_SEED=${dice.seed}`)
  const { product, sink, stop } = await startProductWithMail({ BOOKING_LIMIT_PER_HOUR: '1000000' })
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  const held = troubleMail(sink, dice)
  const visitors = startVisitors(product.url, dice, VISITORS)
  const hits = { inFlight: 0, held: 0 }
  const deaths: Death[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    await untilSteps(visitors, dice)
    await untilTheMoment(MOMENTS[kill % MOMENTS.length] ?? 'any', { sql, held, dice })
    const from = Date.now()
    await product.kill()
    // The process is dead, and PostgreSQL still knows what it had in hand.
    if (await hasJobInFlight(sql)) hits.inFlight += 1
    if (held.isHeld()) hits.held += 1
    held.letGo()
    await pause(SLOWEST_MS)
    deaths.push({ from, to: Date.now() })
    await product.startAgain()
  }
  const told = await visitors.stop()
  sink.decide(() => 'accept')
  await untilAllIsSent(sql)
  const repeats = countRepeats(sink, deaths)
  console.log(`${KILLS} kills, ${hits.inFlight} with a job in flight, ${hits.held} before an answer; ${told.length} bookings, `
    + `${repeats.accepted} mails, ${repeats.repeated} repeated, ${repeats.afterHeard} of them though the yes was heard`)
  expect(told.length, 'there was something to lose').toBeGreaterThanOrEqual(KILLS)
  expect(hits.inFlight, 'a third of the kills hit a job in flight').toBeGreaterThanOrEqual(KILLS / 3)
  expect(hits.held, 'some hit a mail server that has not answered').toBeGreaterThanOrEqual(Math.floor(KILLS / MOMENTS.length))
  await expectRightEnd({ sql, sink, told })
  expectFewRepeats(repeats)
  await sql.end()
  await stop()
})

async function untilSteps(visitors: { steps(): number }, dice: Dice): Promise<void> {
  const wanted = visitors.steps() + dice.below(MOST_STEPS)
  await until(() => visitors.steps() >= wanted, `${wanted} steps were answered`, 120_000)
}

type Scene = { sql: postgres.Sql; held: TroubledMail; dice: Dice }

async function untilTheMoment(moment: (typeof MOMENTS)[number], { sql, held, dice }: Scene): Promise<void> {
  if (moment === 'any') return pause(dice.below(1_000))
  if (moment === 'job in flight') return until(() => hasJobInFlight(sql), 'a job is in flight', 60_000)
  held.hold()
  return until(held.isHeld, 'a mail waits for its answer', 60_000)
}

async function hasJobInFlight(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql`SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL LIMIT 1`
  return row !== undefined
}

/** Pauses between tries are not what is proven here: what waits for later is tried now. */
async function untilAllIsSent(sql: postgres.Sql): Promise<void> {
  await until(async () => {
    await sql`SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs
      WHERE locked_at IS NULL AND task_identifier = 'mail.send' HAVING count(*) > 0`
    const [row] = await sql`SELECT 1 FROM mail WHERE sent_at IS NULL LIMIT 1`
    if (row) await pause(500)
    return row === undefined
  }, 'every mail is sent', 180_000)
}

/**
 * In full, all copies that came twice are under a hundredth of what was accepted, those included whose first yes nobody
 * lived to hear. Few mails show only that a yes that was heard is hardly ever lost.
 */
function expectFewRepeats({ accepted, repeated, afterHeard }: Repeats): void {
  if (IS_FULL) expect(repeated / accepted, 'share of repeats').toBeLessThan(0.01)
  expect(afterHeard, 'repeats of what was heard').toBeLessThanOrEqual(IS_FULL ? accepted / 200 : KILLS / 4)
}

type End = { sql: postgres.Sql; sink: SmtpSink; told: Told[] }
type Entry = { email: string; uid: string; state: string; startsAt: Date; sequence: number; seatId: string; role: string }

/** Twenty thousand letters are too many for an assertion each: what is wrong is gathered in words, and asserted once. */
async function expectRightEnd({ sql, sink, told }: End): Promise<void> {
  const entries = await sql<Entry[]>`SELECT seat.email, meeting.ics_uid AS uid, booking.state, meeting.starts_at AS "startsAt",
      meeting.ics_sequence AS sequence, booking.seat_id AS "seatId", seat.role
    FROM seat JOIN meeting ON meeting.id = seat.meeting_id JOIN booking ON booking.meeting_id = meeting.id WHERE NOT meeting.is_demo`
  const { heard, messageIds, faults } = await foldLetters(sink)
  const ends = [...told.flatMap((one) => faultOfTold(one, entries)), ...entries.flatMap((entry) => faultsOfEntry(entry, heard))]
  expect([...faults, ...ends]).toEqual([])
  expect(heard.size, 'nobody else heard of anything').toBe(entries.length)
  const written = await sql<{ id: string }[]>`SELECT mail.id FROM mail JOIN meeting ON meeting.id = mail.meeting_id
    WHERE NOT meeting.is_demo AND mail.kind IN ('invitation', 'update', 'cancellation')`
  expect(messageIds, 'each mail came, under its own Message-ID, and none besides').toEqual(new Set(written.map(({ id }) => id)))
}

/** What a visitor was told holds. */
function faultOfTold(one: Told, entries: readonly Entry[]): string[] {
  const entry = entries.find(({ seatId, role }) => role === 'guest' && one.seatPath.endsWith(seatId))
  const state = one.isCancelled ? 'cancelled' : 'confirmed'
  const isKept = entry?.startsAt.getTime() === new Date(one.startsAt).getTime() && entry.state === state
  return isKept ? [] : [`told ${JSON.stringify(one)}, stored ${JSON.stringify(entry)}`]
}

/** Whoever has a seat heard every step of its meeting, the invitation first, and ended with what is stored. */
function faultsOfEntry({ email, uid, state, startsAt, sequence }: Entry, heard: ReadonlyMap<string, Arrived[]>): string[] {
  const steps = heard.get(`${email} ${uid}`) ?? []
  const last = { method: state === 'cancelled' ? 'CANCEL' : 'REQUEST', sequence, startsAt: startsAt.getTime() }
  const sequences = [...new Set(steps.map((step) => step.sequence))]
  const isRight = isDeepStrictEqual(sequences, Array.from({ length: sequence + 1 }, (_, step) => step))
    && steps[0]?.method === 'REQUEST' && isDeepStrictEqual(steps.at(-1), last)
  return isRight ? [] : [`${email} heard ${JSON.stringify(steps)} of ${uid}, and ought to end with ${JSON.stringify(last)}`]
}

type Arrived = { method: string; sequence: number; startsAt: number }

type Folded = { heard: Map<string, Arrived[]>; messageIds: Set<string>; faults: string[] }

/** Mails in the order in which they were accepted. SEQUENCE never falls, and what comes twice comes under one Message-ID. */
async function foldLetters(sink: SmtpSink): Promise<Folded> {
  const heard = new Map<string, Arrived[]>()
  const idOfStep = new Map<string, string>()
  const faults: string[] = []
  for (const { to, calendar, messageId } of await readLetters(sink)) {
    // A reminder that falls due meanwhile changes no calendar.
    if (calendar === null) continue
    const properties = readIcs(calendar)
    const value = (name: string) => properties.find((property) => property.name === name)?.value ?? ''
    const arrived = { method: value('METHOD'), sequence: Number(value('SEQUENCE')), startsAt: instantOf(value('DTSTART')) }
    const recipient = `${to} ${value('UID')}`
    const before = heard.get(recipient) ?? []
    if (arrived.sequence < (before.at(-1)?.sequence ?? 0)) faults.push(`SEQUENCE fell: ${recipient} got ${arrived.sequence} after ${JSON.stringify(before)}`)
    heard.set(recipient, [...before, arrived])
    const step = `${recipient} ${arrived.method} ${arrived.sequence}`
    if ((idOfStep.get(step) ?? messageId) !== messageId) faults.push(`a repeat has another Message-ID: ${step}`)
    idOfStep.set(step, messageId)
  }
  return { heard, messageIds: new Set([...idOfStep.values()].map((id) => id.slice(1, id.indexOf('@')))), faults }
}

/** A DATE-TIME in UTC (RFC 5545 §3.3.5), which is how single meetings are written. */
function instantOf(text: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}
