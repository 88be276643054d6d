import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import type { Agenda } from '#app/domain/agenda/agenda.ts'
import { noteAdapter } from '#app/domain/agenda/ui/notes/note-doc.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { paths } from '#app/paths.ts'
import { throwDice } from '../support/dice.ts'
import { pause, startProduct, until, type Product } from '../support/product.ts'
import { noteUpdates, readStored, replay, textsOf, written, type StoredAgenda } from '../support/tabs/agenda-log.ts'
import { installBrowser, type Browser } from '../support/tabs/browser-globals.ts'
import { startCutLine } from '../support/tabs/cut-line.ts'
import { makeMeetingOfThree } from '../support/tabs/live-meeting.ts'
import { ACT_NAMES, sitDown, WORD, workOn, type Person, type World } from '../support/tabs/person.ts'
import { MADE_KINDS } from '../support/tabs/random-change.ts'

const IS_FULL = process.env.PROOF_SCALE === 'full'
const DEATHS = IS_FULL ? 20 : 3
/** So many changes at most are answered with yes between two deaths, and half as many at least. */
const MOST_CHANGES = IS_FULL ? 120 : 60
/** Of documents only hiding is taken in: the meeting has no file. */
const TAKEN_KINDS = MADE_KINDS.filter((kind) => kind !== 'document-show' && kind !== 'document-page')
const LINK_KEY = 'a-link-key-that-only-this-proof-knows-0123456789'

test(`three edit one agenda while lines break and the server dies ${DEATHS} times: all end with the server's, and nothing acknowledged is lost`, async ({ browser: chromium }) => {
  test.setTimeout(DEATHS * 45_000 + 300_000)
  const dice = throwDice()
  console.log(`PROOF_SEED=${dice.seed}`)
  const product = await startProduct({ LINK_KEY, LOG_LEVEL: 'error' })
  publishEnv({ LINK_KEY })
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  const meeting = await makeMeetingOfThree(chromium, product, sql)
  const { agenda: start } = await readStored(sql, meeting.meetingId)
  const line = await startCutLine(product.running().port, dice)
  const browser = installBrowser({ url: line.url, cookies: meeting.cookies, dice })
  const asking = { product, cookies: meeting.cookies }
  let isOver = false
  const world: World = {
    line, browser, dice, isOver: () => isOver, made: { changes: new Set(), words: new Set(), updates: new Map() },
    did: Object.fromEntries(ACT_NAMES.map((name) => [name, 0])) as World['did'],
  }
  const seats = [[meeting.hostSeatId, 'host'], ...meeting.guestSeatIds.map((seatId) => [seatId, 'guest'] as const)] as const
  const people = await Promise.all(seats.map(([seatId, role]) => sitDown(seatId, role, world)))
  try {
    const work = Promise.all(people.map((person) => workOn(person, world)))
    for (let death = 0; death < DEATHS; death += 1) await die(product, world, death)
    await untilChanges(world)
    isOver = true
    line.calm()
    await work
    await rest(people, asking)
    const stored = await readStored(sql, meeting.meetingId)
    console.log(story(world, stored))
    await expectSame(people, stored, asking)
    expectWholeLog(stored, start)
    expectToldIsTrue(browser, stored)
    expectNothingLost(world, stored)
    expectWords(world, stored)
    expectEnoughHappened(world, stored)
  } finally {
    isOver = true
    for (const { tab } of people) tab.leave()
    browser.restore()
    await line.stop()
    await sql.end()
    await product.stop()
  }
})

/** Whatever is in hand: the process dies without a word, and every third time its PostgreSQL with it. */
async function die(product: Product, world: World, death: number): Promise<void> {
  await untilChanges(world)
  const { postgresPid } = product.running()
  await product.kill()
  if (death % 3 === 2 && postgresPid !== null) process.kill(postgresPid, 'SIGKILL')
  await pause(world.dice.below(1_000))
  await product.startAgain()
}

function untilChanges({ browser, dice }: World): Promise<void> {
  const wanted = browser.answers.size + MOST_CHANGES / 2 + dice.below(MOST_CHANGES / 2)
  return until(() => browser.answers.size >= wanted, `${wanted} changes were answered with yes`, 60_000)
}

type Asking = { product: Product; cookies: ReadonlyMap<string, string> }
type Whole = { version: number; agenda: Agenda; notes: string }

async function askWhole({ product, cookies }: Asking, seatId: string): Promise<Whole> {
  return (await fetch(product.url + paths.roomAgenda(seatId), { headers: { Cookie: cookies.get(seatId) ?? '' } })).json()
}

/** Nobody does anything any more, and all that was made is answered and has come to all. */
async function rest(people: Person[], asking: Asking): Promise<void> {
  await until(async () => {
    const { version } = await askWhole(asking, people[0]?.seatId ?? '')
    return people.every(({ tab: { feed, desk } }) => {
      const { state } = feed.store.read()
      return state.pending.length === 0 && desk.unsent.length === 0 && state.version === version
    })
  }, 'everything rests', 60_000)
}

async function expectSame(people: Person[], stored: StoredAgenda, asking: Asking): Promise<void> {
  const texts = textsOf([stored.notes])
  for (const { seatId, role, tab } of people) {
    const { state } = tab.feed.store.read()
    const whole = await askWhole(asking, seatId)
    expect(whole, 'what the server answers is what is stored').toMatchObject({ version: stored.version, agenda: stored.agenda })
    expect({ version: state.version, agenda: state.confirmed }, `the agenda of ${role} ${seatId}`).toEqual({ version: stored.version, agenda: stored.agenda })
    expect(tab.shown(), `what ${role} ${seatId} is shown`).toEqual(stored.agenda)
    expect(written(tab.desk.doc?.texts() ?? {}), `the notes of ${role} ${seatId}`).toEqual(texts)
    expect(textsOf([whole.notes])).toEqual(texts)
  }
}

/** Versions have neither hole nor double, and the events alone make the agenda and the notes that are stored. */
function expectWholeLog({ version, agenda, notes, events }: StoredAgenda, start: Agenda): void {
  expect(events.map((event) => event.version)).toEqual(Array.from({ length: version }, (_, index) => index + 1))
  expect(replay(start, events)).toEqual(agenda)
  expect(textsOf(noteUpdates(events))).toEqual(textsOf([notes]))
}

/** What was answered with yes stands once, as it was answered however often it was posted; what was refused stands nowhere. */
function expectToldIsTrue({ told, answers }: Browser, { agenda, events }: StoredAgenda): void {
  const faults = [...told].flatMap(([changeId, { seatId, change, status, text }]) => {
    const found = events.filter((event) => event.changeId === changeId)
    if (status !== 200) return found.length === 0 ? [] : [`refused with ${text}, and yet there: ${JSON.stringify(found)}`]
    const [event] = found
    const isTrue = found.length === 1 && event?.seatId === seatId && event.change.kind === change.kind
      && text === JSON.stringify({ version: event.version, at: event.at })
    return isTrue ? [] : [`answered with ${text}, stored ${JSON.stringify(found)}`]
  })
  expect(faults).toEqual([])
  expect([...answers.values()].filter((given) => given.size !== 1), 'one answer for one change').toEqual([])
  const lines = [...told.values()].flatMap(({ change, status }) => (status === 200 && change.kind === 'entry-add' ? change.entryId : []))
  for (const entryId of lines) expect(agenda.entries.find(({ id }) => id === entryId)?.text, entryId).toBe(lastText(entryId, events))
}

/** What a line says by the last change that was made to it; undefined once it was taken away. */
function lastText(entryId: string, events: StoredAgenda['events']): string | undefined {
  const last = events.findLast(({ change }) => 'entryId' in change && change.entryId === entryId)?.change
  return last && 'text' in last ? last.text : undefined
}

/** Whatever came between: each change that a browser took was answered in the end, and each word went with one of them. */
function expectNothingLost({ browser, made }: World, { events }: StoredAgenda): void {
  const stored = new Set(events.map(({ changeId }) => changeId))
  expect([...made.changes].filter((changeId) => !stored.has(changeId) && !browser.told.has(changeId))).toEqual([])
  const sent = new Set([...made.updates].flatMap(([update, removed]) => [...noteAdapter.wordsIn(update).match(WORD) ?? [], ...removed]))
  expect([...made.words].filter((word) => !sent.has(word))).toEqual([])
}

/** Each word that was taken in stands in the notes once, unless an update that was taken in took it away. */
function expectWords({ made }: World, { notes, events }: StoredAgenda): void {
  const updates = noteUpdates(events)
  const removed = new Set(updates.flatMap((update) => made.updates.get(update) ?? []))
  const wanted = updates.flatMap((update) => noteAdapter.wordsIn(update).match(WORD) ?? []).filter((word) => !removed.has(word))
  const standing = Object.values(textsOf([notes])).flatMap((text) => text.match(WORD) ?? [])
  expect(standing.toSorted()).toEqual(wanted.toSorted())
}

/** Of a proof in which nothing was at stake there is nothing to learn. */
function expectEnoughHappened({ line, browser, did }: World, { events }: StoredAgenda): void {
  expect(events.length).toBeGreaterThan(DEATHS * 20)
  expect(line.cuts()).toBeGreaterThan(2 * DEATHS)
  expect(browser.repeats()).toBeGreaterThan(DEATHS)
  expect(did.reload).toBeGreaterThan(0)
  expect([...browser.told.values()].filter(({ status }) => status !== 200).length, 'some were refused').toBeGreaterThan(0)
  const missing = TAKEN_KINDS.filter((kind) => !events.some(({ change }) => change.kind === kind))
  expect(missing, 'every kind of change was made').toEqual([])
}

function story({ line, browser, did }: World, { events }: StoredAgenda): string {
  const refused = [...browser.told.values()].filter(({ status }) => status !== 200).length
  return `${DEATHS} deaths, ${line.cuts()} connections cut, ${events.length} changes made, ${refused} refused by the server, `
    + `${browser.repeats()} repeated; ${ACT_NAMES.map((name) => `${name} ${did[name]}`).join(', ')}`
}
