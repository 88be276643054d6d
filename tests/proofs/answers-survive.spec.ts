import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { startProductWithInbox, whyNoInbox, type ProductWithInbox } from '../support/answering-calendar.ts'
import { throwDice } from '../support/dice.ts'
import { hostileMails } from '../support/hostile-mails.ts'
import { readLetters, type Letter } from '../support/letters.ts'
import { pause, until } from '../support/product.ts'
import { readStarts, somebody, submitBooking } from '../support/prospect.ts'

const IS_FULL = process.env.PROOF_SCALE === 'full'
const KILLS = IS_FULL ? 40 : 6

test.skip(whyNoInbox !== null, whyNoInbox ?? '')

test(`killed ${KILLS} times while calendars answer, each answer counts exactly once, and hostile mail changes nothing`, async () => {
  test.setTimeout(KILLS * 30_000 + 300_000)
  const dice = throwDice()
  console.log(`PROOF_SEED=${dice.seed}`)
  const world = await startProductWithInbox()
  const sql = postgres(world.product.databaseUrl(), { max: 1, onnotice: () => undefined })
  const letters: Letter[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const letter = await book(world)
    letters.push(letter)
    await world.answer(letter, { partstat: 'DECLINED' })
    // The same bytes twice are one mail, so each has a number.
    await world.inbox.append(`X-Number: ${kill}\r\n${Object.values(hostileMails('a@example.com', letter.to))[kill % 10] ?? ''}`)
    await pause(dice.below(600))
    await world.product.kill()
    await world.product.startAgain()
  }
  await until(async () => {
    const [row] = await sql`SELECT count(*)::int AS count FROM incoming_mail WHERE handled_at IS NOT NULL`
    return row?.count === 2 * KILLS
  }, 'every mail is handled', 60_000)
  const outcomes = await sql`SELECT kind, outcome, count(*)::int AS count FROM incoming_mail WHERE kind = 'reply' GROUP BY kind, outcome`
  expect([...outcomes]).toEqual([{ kind: 'reply', outcome: 'applied', count: KILLS }])
  const seats = await sql`SELECT partstat FROM seat JOIN booking ON booking.seat_id = seat.id WHERE seat.email = ANY(${letters.map(({ to }) => to)})`
  expect(seats.map(({ partstat }) => partstat)).toEqual(letters.map(() => 'declined'))
  const told = async () => (await readLetters(world.sink)).filter(({ subject }) => subject.startsWith('Nej i kalenderen'))
  await until(async () => new Set((await told()).map(({ messageId }) => messageId)).size === KILLS, 'the host is told of each', 60_000)
  const [queued] = await sql`SELECT count(*)::int AS count FROM mail WHERE kind = 'calendar-no'`
  expect(queued?.count).toBe(KILLS)
  await sql.end()
  await world.stop()
})

async function book({ product, sink }: ProductWithInbox): Promise<Letter> {
  const [answers, [start = '']] = [somebody(), await readStarts(product.url)]
  expect((await submitBooking(product.url, start, { answers })).status).toBe(303)
  const find = async () => (await readLetters(sink)).find(({ to, calendar }) => to === answers.email && calendar !== null)
  await until(async () => await find() !== undefined, 'the invitation has come', 30_000)
  const letter = await find()
  if (!letter) throw new Error('it was there')
  return letter
}
