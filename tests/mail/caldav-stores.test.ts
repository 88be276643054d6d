import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { makeDesk } from '../support/booking-world.ts'
import { isStoreInstalled, startStore, STORES, type StoreName, type StoreServer } from '../support/calendars/caldav-servers.ts'
import { applyToStore, makeCollection, readStore, withMethod } from '../support/calendars/caldav-store.ts'
import { readItip } from '../support/calendars/calendar-mail.ts'
import { anyDelivery } from '../support/calendars/delivery.ts'
import { live, meetingLife, type MeetingLife, type Recipient } from '../support/calendars/meeting-life.ts'
import { useDatabase } from '../support/database.ts'
import { NOW } from '../support/meetings.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'

useDatabase()

const MOVED_AND_BACK: MeetingLife = { isAskedFor: false, steps: [
  { kind: 'move', to: 1 }, { kind: 'send' }, { kind: 'bring', who: 1 }, { kind: 'move', to: 0 }, { kind: 'remove', who: 1 }, { kind: 'bring', who: 1 },
] }
const LIVES: MeetingLife[] = [
  MOVED_AND_BACK, { ...MOVED_AND_BACK, steps: [...MOVED_AND_BACK.steps, { kind: 'cancel', by: 'guest' }] },
  ...fc.sample(meetingLife, { numRuns: 5, seed: 20261125 }),
]
let sink: SmtpSink
let lives: Recipient[][]

beforeAll(async () => {
  setNow(NOW)
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, PUBLIC_URL: 'https://meet.example.com' })
  await makeDesk()
  lives = []
  for (const life of LIVES) lives.push(await live(life, sink))
}, 120_000)
afterAll(async () => {
  closeSmtp()
  await sink.stop()
})

for (const store of STORES) {
  describe.skipIf(!process.env.REQUIRE_ALL && !isStoreInstalled(store))(store, () => {
    let server: StoreServer
    beforeAll(async () => { server = await startStore(store) }, 60_000)
    afterAll(() => server.stop())

    test('holds exactly one right entry of each meeting, in whatever order two clients write what came', { timeout: 180_000 }, async () => {
      for (const [index, recipient] of lives.flat().filter(({ mails }) => mails.length > 0).entries()) {
        const collection = await makeCollection(server.url, newId())
        const calendars = recipient.mails.flatMap(({ alternative }) => alternative ?? [])
        // The telephone and the computer of one person, each with an order of its own.
        const [phone = [], computer = []] = fc.sample(anyDelivery(calendars), { numRuns: 2, seed: index })
        await applyBoth(store, collection, [phone, computer])
        await expectOneEntry(collection, recipient)
      }
    })

    test('would show it if each version came under a UID of its own', async () => {
      const collection = await makeCollection(server.url, newId())
      const [, guest] = lives[0] ?? []
      const spoilt = guest?.mails.flatMap(({ alternative }) => alternative?.replace(/UID:/, `UID:${newId()}-`) ?? []) ?? []
      await applyAll(collection, spoilt)
      expect(await readStore(collection)).toHaveLength(3)
    })
  })
}

/** At once; in turns where the store is Xandikos, which answers 500 to two that write at the very same time (0.4.10). */
async function applyBoth(store: StoreName, collection: string, [phone, computer]: [string[], string[]]): Promise<void> {
  if (store === 'radicale') return void await Promise.all([applyAll(collection, phone), applyAll(collection, computer)])
  for (let turn = 0; turn < Math.max(phone.length, computer.length); turn += 1) {
    await applyAll(collection, [phone, computer].flatMap((calendars) => calendars.slice(turn, turn + 1)))
  }
}

async function applyAll(collection: string, calendars: readonly string[]): Promise<void> {
  for (const ics of calendars) await applyToStore(collection, ics)
}

async function expectOneEntry(collection: string, { address, right }: Recipient): Promise<void> {
  const stored = await readStore(collection)
  expect(stored, address).toHaveLength(1)
  const ics = stored[0]?.ics ?? ''
  expect(ics).not.toContain('METHOD')
  const entry = readItip(withMethod(ics))
  if (right === null) return expect(entry.status, address).toBe('CANCELLED')
  const { uid, starts, ends, attendees } = right
  expect({ ...entry, attendees: [...entry.attendees].sort() }, address).toMatchObject({ status: 'CONFIRMED', uid, starts, ends, attendees })
  expect(entry.url).toContain(`/${right.seatId}`)
}
