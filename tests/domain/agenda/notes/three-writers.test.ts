import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { EMPTY_AGENDA } from '#app/domain/agenda/agenda.ts'
import { base64Of, bytesOf, noteName } from '#app/domain/agenda/notes/note.ts'
import { getWhole, listNotes } from '#app/domain/agenda/notes/queries.server.ts'
import { listAgendaEvents } from '#app/domain/agenda/queries.server.ts'
import { nextFeedState, nextToPost, pendingNotes, startFeedState, type FeedState } from '#app/domain/agenda/ui/feed/feed-state.ts'
import { noteAdapter as adapter } from '#app/domain/agenda/ui/notes/note-doc.ts'
import { createNoteDesk, editNote, hearUpdate, openNotes, sendUnsent, type NoteDesk } from '#app/domain/agenda/ui/notes/note-desk.ts'
import { admit, comeToDoor } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { useDatabase } from '../../../support/database.ts'
import { throwDice, type Dice } from '../../../support/dice.ts'
import { addGuest, NOW, passOf, READY } from '../../../support/meetings.ts'
import { makeLive } from '../../../support/room-feed.ts'

useDatabase()

const ROUNDS = process.env.PROOF_SCALE === 'full' ? 6_000 : 300

type Writer = { pass: SeatPass; desk: NoteDesk; state: FeedState; told: number; name: string; posted: string[] }
type Words = { written: Set<string>; acknowledged: Set<string>; removed: Set<string> }

test('three who write at once over lines that drop, reorder and repeat end with the server\'s text, and no word is lost', async () => {
  const dice = throwDice()
  const { host, guest, meetingId, items } = await makeLive()
  const third = await inside(host, await addGuest(meetingId))
  const names = [noteName(null), noteName(items[0] ?? null)]
  const words: Words = { written: new Set(), acknowledged: new Set(), removed: new Set() }
  const writers = await Promise.all([host, guest, third].map((pass, index) => sitDown(pass, `${index}`)))
  for (let round = 0; round < ROUNDS; round += 1) {
    const writer = writers[dice.below(3)] ?? fail()
    write(writer, { dice, words, name: names[dice.below(2)] ?? '', round })
    if (dice.chance(0.7)) sendUnsent(writer.desk)
    if (dice.chance(0.6)) await post(writer, { dice, words })
    if (dice.chance(0.5)) await deliver(writers[dice.below(3)] ?? fail(), dice)
    if (dice.chance(0.02)) await reload(writer)
    if (dice.chance(0.1)) await repeat(writer, dice)
    if (dice.chance(0.05)) await pretend(writer, writers[dice.below(3)] ?? fail())
  }
  for (const writer of writers) await settle(writer, words)
  for (const writer of writers) await deliverWhole(writer)

  const kept = await listNotes(meetingId)
  const onServer = names.map((name) => kept.find(({ itemId }) => noteName(itemId) === name)?.text ?? '')
  for (const { desk } of writers) expect(names.map((name) => desk.doc?.text(name)), `PROOF_SEED=${dice.seed}`).toEqual(onServer)
  const all = onServer.join('')
  for (const word of words.written) {
    const count = all.split(word).length - 1
    expect(count, `${word} PROOF_SEED=${dice.seed}`).toBe(words.removed.has(word) ? 0 : 1)
  }
  expect(words.acknowledged.size).toBeGreaterThan(ROUNDS / 10)
}, 600_000)

test('any order in which the updates arrive leads to the same text', async () => {
  const dice = throwDice()
  const { host, guest, meetingId } = await makeLive()
  const writers = await Promise.all([host, guest].map((pass, index) => sitDown(pass, `${index}`)))
  const words: Words = { written: new Set(), acknowledged: new Set(), removed: new Set() }
  for (let round = 0; round < 60; round += 1) {
    const writer = writers[dice.below(2)] ?? fail()
    write(writer, { dice, words, name: noteName(null), round })
    sendUnsent(writer.desk)
    await post(writer, { dice, words })
  }
  for (const writer of writers) await settle(writer, words)
  const updates = (await listAgendaEvents(meetingId, 0)).flatMap(({ change }) => (change.kind === 'note-update' ? change.update : []))
  const [expected] = await listNotes(meetingId)
  for (let turn = 0; turn < 10; turn += 1) {
    const desk = createNoteDesk('')
    openNotes(desk, adapter)
    for (const update of shuffled([...updates, ...updates.slice(0, 9)], dice)) hearUpdate(desk, update)
    expect(desk.doc?.text(noteName(null)), `PROOF_SEED=${dice.seed}`).toBe(expected?.text)
  }
})

async function inside(host: SeatPass, guest: SeatPass): Promise<SeatPass> {
  await comeToDoor(guest, { readiness: READY, now: NOW })
  await admit(host, { guestSeatId: guest.seat.id, now: NOW })
  return passOf(guest.seat.id)
}

async function sitDown(pass: SeatPass, name: string): Promise<Writer> {
  const whole = await getWhole(pass.meeting.id)
  const state = startFeedState(whole.version, EMPTY_AGENDA)
  const writer: Writer = { pass, name, told: whole.version, state, posted: [], desk: createNoteDesk(whole.notes) }
  join(writer)
  return writer
}

function join(writer: Writer): void {
  writer.desk.feed = {
    send(update) {
      writer.state = nextFeedState(writer.state, { kind: 'made', changeId: newId(), change: { kind: 'note-update', update }, at: NOW })
    },
    own: () => ({ updates: pendingNotes(writer.state), isBusy: true }),
  }
  openNotes(writer.desk, adapter)
}

/** Puts a word of its own between two others, or takes one away. */
function write({ desk, name: who }: Writer, { dice, words, name, round }: { dice: Dice; words: Words; name: string; round: number }): void {
  const text = desk.doc?.text(name) ?? ''
  const starts = [...text.matchAll(/<[^>]*>/g)].map((match) => ({ at: match.index, word: match[0] }))
  const one = starts[dice.below(starts.length || 1)]
  if (one && dice.chance(0.25)) {
    words.removed.add(one.word)
    return editNote(desk, name, { at: one.at, remove: one.word.length, insert: '' })
  }
  const word = `<${who}.${round}😀>`
  words.written.add(word)
  editNote(desk, name, { at: one ? one.at : text.length, remove: 0, insert: word })
}

/** The server takes it in, but its answer may be lost: then the same is posted again. */
async function post(writer: Writer, { dice, words }: { dice: Dice | null; words: Words }): Promise<void> {
  const next = nextToPost(writer.state)
  if (!next) return
  const answer = await changeAgenda(writer.pass, { change: next.change, changeId: next.changeId, now: NOW })
  if (!answer.ok) throw new Error(answer.reason)
  if (next.change.kind === 'note-update') writer.posted.push(next.change.update)
  if (dice?.chance(0.3)) return
  if (next.change.kind === 'note-update') for (const word of adapter.wordsIn(next.change.update).match(/<[^>]*>/g) ?? []) words.acknowledged.add(word)
  writer.state = nextFeedState(writer.state, { kind: 'answered', changeId: next.changeId, ...answer.value })
}

/** Posts again what was taken in, as another change: one update, or several merged into one. */
async function repeat({ pass, posted }: Writer, dice: Dice): Promise<void> {
  const again = posted.slice(dice.below(posted.length || 1)).slice(0, 1 + dice.below(4)).map(bytesOf)
  if (again.length === 0) return
  expect(await send(pass, base64Of(Y.mergeUpdates(again))), `PROOF_SEED=${dice.seed}`).toBe('made')
}

/** Writes under an id of another's, at the place where that one is about to write. */
async function pretend({ pass }: Writer, other: Writer): Promise<void> {
  const last = other.posted.at(-1)
  const client = last && Y.decodeUpdate(bytesOf(last)).structs.at(-1)?.id.client
  if (other.pass === pass || !client) return
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytesOf((await getWhole(pass.meeting.id)).notes))
  const before = Y.encodeStateVector(doc)
  doc.clientID = client
  doc.getText(noteName(null)).insert(0, 'Falsk og meget længere end et ord')
  expect(await send(pass, base64Of(Y.encodeStateAsUpdate(doc, before)))).toBe('bad-note')
}

async function send(pass: SeatPass, update: string): Promise<string> {
  const answer = await changeAgenda(pass, { change: { kind: 'note-update', update }, changeId: newId(), now: NOW })
  return answer.ok ? 'made' : answer.reason
}

async function deliver(writer: Writer, dice: Dice): Promise<void> {
  const steps = await listAgendaEvents(writer.pass.meeting.id, Math.max(0, writer.told - dice.below(3)))
  writer.told = steps.at(-1)?.version ?? writer.told
  const line = dice.chance(0.3) ? shuffled(steps, dice) : steps
  for (const step of line) {
    if (dice.chance(0.1)) continue
    for (let turn = dice.chance(0.1) ? 2 : 1; turn > 0; turn -= 1) {
      if (step.change.kind === 'note-update') hearUpdate(writer.desk, step.change.update)
      writer.state = nextFeedState(writer.state, { kind: 'step', step })
    }
  }
  if (writer.state.isBehind) await deliverWhole(writer)
}

async function deliverWhole(writer: Writer): Promise<void> {
  const { version, agenda, notes } = await getWhole(writer.pass.meeting.id)
  hearUpdate(writer.desk, notes)
  writer.state = nextFeedState(writer.state, { kind: 'whole', version, agenda })
  writer.told = version
}

/** What has no answer outlives the page; the page itself comes new from the server. */
async function reload(writer: Writer): Promise<void> {
  sendUnsent(writer.desk)
  const whole = await getWhole(writer.pass.meeting.id)
  const kept = writer.state.pending.filter(({ version }) => version === null)
  writer.state = startFeedState(whole.version, whole.agenda, kept)
  writer.desk = createNoteDesk(whole.notes)
  writer.told = whole.version
  join(writer)
}

async function settle(writer: Writer, words: Words): Promise<void> {
  sendUnsent(writer.desk)
  while (nextToPost(writer.state)) await post(writer, { dice: null, words })
}

function shuffled<One>(list: One[], dice: Dice): One[] {
  return list.map((one) => ({ one, place: dice.below(1_000_000) })).sort((a, b) => a.place - b.place).map(({ one }) => one)
}

function fail(): never {
  throw new Error('there are three')
}
