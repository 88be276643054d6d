import { fetchWhole, dismissRefusal } from '#app/domain/agenda/ui/feed/feed.ts'
import { NOTE_LIMITS, noteName } from '#app/domain/agenda/notes/note.ts'
import { editNote, holdNotes, sendUnsent } from '#app/domain/agenda/ui/notes/note-desk.ts'
import type { Dice } from '../dice.ts'
import { pause } from '../product.ts'
import type { Browser } from './browser-globals.ts'
import type { CutLine } from './cut-line.ts'
import { randomChange, shuffledKinds, type MadeKind } from './random-change.ts'
import { openTab, type Tab } from './tab.ts'

export type World = {
  line: CutLine
  browser: Browser
  dice: Dice
  isOver: () => boolean
  /** What must not be lost. */
  made: Made
  did: Record<ActName, number>
}

export type Made = {
  /** Changes that a browser took for good, by their ids. */
  changes: Set<string>
  /** Every word that was typed in the notes. */
  words: Set<string>
  /** Updates of the notes that were sent, each with the words that it took away. */
  updates: Map<string, string[]>
}

export type Person = { seatId: string; role: 'host' | 'guest'; tab: Tab; kinds: MadeKind[]; removed: string[] }
type ActName = keyof typeof ACTS
type Act = (person: Person, world: World) => unknown

/** What somebody does, and how often among a hundred acts. */
const ACTS = {
  change: [49, changeAgenda], write: [33, writeWord], reload: [3, reload], hide: [3, hide], compose: [3, compose], comeBack: [2, comeBack],
  repeat: [3, (_, { browser }) => browser.repeatAny()], cut: [3, (_, { line }) => line.cutAny()], paste: [1, paste],
} satisfies Record<string, [number, Act]>
const MOST_PAUSE_MS = 250

export const ACT_NAMES = Object.keys(ACTS).filter((name): name is ActName => name in ACTS)

export async function sitDown(seatId: string, role: Person['role'], world: World): Promise<Person> {
  const removed: string[] = []
  return { seatId, role, removed, kinds: [], tab: await openTabOf({ seatId, removed }, world) }
}

/** Does this and that until it is over; then lets everything go that was held. */
export async function workOn(person: Person, world: World): Promise<void> {
  while (!world.isOver()) {
    await pause(world.dice.below(MOST_PAUSE_MS))
    const name = anyAct(world.dice)
    await ACTS[name][1](person, world)
    world.did[name] += 1
  }
  sendUnsent(person.tab.desk)
}

function anyAct(dice: Dice): ActName {
  let left = dice.below(100)
  return ACT_NAMES.find((name) => (left -= ACTS[name][0]) < 0) ?? 'change'
}

function openTabOf({ seatId, removed }: Pick<Person, 'seatId' | 'removed'>, { line, browser, made }: World): Promise<Tab> {
  return openTab({
    url: line.url, browser, seatId,
    onMade: (changeId) => void made.changes.add(changeId),
    onNotes: (update) => void made.updates.set(update, [...made.updates.get(update) ?? [], ...removed.splice(0)]),
  })
}

function changeAgenda(person: Person, { dice }: World): void {
  if (person.kinds.length === 0) person.kinds = shuffledKinds(person.role, dice)
  const { tab, kinds } = person
  const kind = kinds.pop()
  if (kind) tab.change(randomChange(kind, { agenda: tab.shown(), dice }))
  const [refused] = tab.feed.store.read().state.refused
  if (refused && dice.chance(0.3)) dismissRefusal(tab.feed, refused.changeId)
}

/** Puts a word of one's own between two others, or takes one away, whoever wrote it. */
function writeWord(person: Person, { dice, made }: World): void {
  const { tab: { desk } } = person
  const name = anyNote(person, dice)
  const text = desk.doc?.text(name) ?? ''
  const words = [...text.matchAll(WORD)]
  const one = words[dice.below(words.length)]
  if (one && dice.chance(0.25)) {
    person.removed.push(one[0])
    return editNote(desk, name, { at: one.index, remove: one[0].length, insert: '' })
  }
  const word = `<${person.seatId.slice(0, 4)}.${made.words.size}😀>`
  made.words.add(word)
  editNote(desk, name, { at: one?.index ?? text.length, remove: 0, insert: word })
}

/** More than a text may hold: the server alone says so, and the browser takes it back. */
function paste(person: Person, { dice }: World): void {
  const { desk } = person.tab
  sendUnsent(desk)
  editNote(desk, anyNote(person, dice), { at: 0, remove: 0, insert: 'x'.repeat(NOTE_LIMITS.text + 1) })
  sendUnsent(desk)
}

async function reload(person: Person, world: World): Promise<void> {
  person.tab.leave()
  person.tab = await openTabOf(person, world)
}

/** Another window is in front: the stream is given back, and asked for again. */
async function hide({ tab: { feed } }: Person, { dice }: World): Promise<void> {
  feed.stream.close()
  await pause(dice.below(1_000))
  feed.stream.open()
}

/** Letters are being composed: what others write waits, and what is here goes on. */
async function compose(person: Person, world: World): Promise<void> {
  const release = holdNotes(person.tab.desk)
  await pause(world.dice.below(800))
  writeWord(person, world)
  release()
}

/** The page is taken out of the browser's memory as it was. */
async function comeBack({ tab: { feed } }: Person): Promise<void> {
  await fetchWhole(feed)
  feed.stream.open()
}

function anyNote({ tab }: Person, dice: Dice): string {
  const { items } = tab.shown()
  return noteName(dice.chance(0.5) ? null : items[dice.below(items.length)]?.id ?? null)
}

/** Each stands in the notes once, if nobody took it away. */
export const WORD = /<[^<>]*>/g
