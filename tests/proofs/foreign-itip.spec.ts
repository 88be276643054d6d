import { expect, test } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { bookByPost, bringByPost, callOffByPost, moveByPost, takeOffByPost, type BookedByPost } from '../support/booked-by-post.ts'
import { readIcs } from '../support/ics-bytes.ts'
import { readLetters } from '../support/letters.ts'
import { setUpConsultant } from '../support/people.ts'
import { until, type Product } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { readStarts } from '../support/prospect.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'
import { startMailStore, type MailStore } from '../support/thunderbird/mail-store.ts'
import { openThunderbird, type Done, type Entry, type Person } from '../support/thunderbird/person.ts'
import { missingPackages } from '../support/thunderbird/thunderbird.ts'

/** Thunderbird gets the product's mails: the code that decides what becomes of an entry was written by nobody here. */
const missing = missingPackages()
const isSkipped = missing.length > 0 && process.env.REQUIRE_ALL !== '1'
if (isSkipped) console.log(`Skipped, for it is not installed: ${missing.join(', ')}`)
test.skip(isSkipped, `not installed: ${missing.join(', ')}`)
test.setTimeout(240_000)

const { soren, amina, thomas, consultant } = CAST
const HALF_AN_HOUR_MS = 30 * 60_000

let world: ProductWithMail
let store: MailStore
let answers: SmtpSink
let acts: Acts
let person: Person | null = null

test.beforeAll(async ({ browser }) => {
  expect(missing, 'packages that are not installed').toEqual([])
  world = await startProductWithMail()
  store = await startMailStore()
  answers = await startSmtpSink()
  await setUpConsultant(browser, world.product)
  acts = await act(world.product)
})
test.afterEach(async () => {
  await person?.stop()
  person = null
})
test.afterAll(() => Promise.all([world?.stop(), store?.stop(), answers?.stop()]))

test('who books ends with exactly the right entries, whatever comes twice or late', async () => {
  const { movedBack, late, off, party, times } = acts
  person = await open(soren)
  const [booked, moved, back] = await lettersTo(soren.email, movedBack, 3)
  expect(await receive([booked, booked, moved])).toEqual(['accepted', 'nothing', 'accepted'])
  expect(await person.readEntries()).toMatchObject([{ uid: movedBack.uid, ...at(times.other), sequence: 1 }])
  expect(await receive([back, moved, booked, back])).toEqual(['accepted', 'nothing', 'nothing', 'nothing'])

  const [lateBooked, lateMoved] = await lettersTo(soren.email, late, 2)
  expect(await receive([lateMoved, lateBooked])).toEqual(['accepted', 'nothing'])

  const [offBooked, calledOff] = await lettersTo(soren.email, off, 2)
  expect(await receive([offBooked])).toEqual(['accepted'])
  expect((await person.readEntries()).map(({ uid }) => uid)).toContain(off.uid)
  expect(await receive([calledOff, calledOff])).toEqual(['deleted', 'nothing'])

  expect(await receive(await lettersTo(soren.email, party, 2))).toEqual(['accepted', 'accepted'])
  const mine = { summary: `Et første møde med ${consultant.name}`, status: 'CONFIRMED', answers: { [soren.email]: 'ACCEPTED', [consultant.email]: 'NEEDS-ACTION' } }
  expect(await person.readEntries()).toMatchObject(inOrder([
    { uid: movedBack.uid, ...at(times.first), sequence: 2, ...mine },
    { uid: late.uid, ...at(times.lateMoved), sequence: 1, ...mine },
    { uid: party.uid, ...at(times.partyMoved), ...mine },
  ]))
})

test('the answer that Thunderbird sends goes to who invited, and names the version that it answers', async () => {
  person = await open(soren)
  const letters = await lettersTo(soren.email, acts.movedBack, 3)
  answers.mails.length = 0
  expect(await receive(letters)).toEqual(['accepted', 'accepted', 'accepted'])
  await until(() => answers.mails.length === 3, 'three answers are sent')
  const replies = (await readLetters(answers)).map(({ calendar }) => readIcs(calendar ?? ''))
  const values = (name: string) => replies.map((reply) => reply.filter((line) => line.name === name).map(({ value }) => value).join())
  expect(values('METHOD')).toEqual(['REPLY', 'REPLY', 'REPLY'])
  expect(values('UID')).toEqual(letters.map(() => acts.movedBack.uid))
  expect(values('SEQUENCE')).toEqual(['0', '1', '2'])
  expect(values('ATTENDEE')).toEqual(letters.map(() => `mailto:${soren.email}`))
  expect(answers.mails.flatMap(({ to }) => to)).toEqual(letters.map(() => world.sink.mails[0]?.from))
})

test('a colleague who is taken off the meeting has no entry any more', async () => {
  person = await open(thomas)
  const [invited, removed] = await lettersTo(thomas.email, acts.party, 2)
  expect(await receive([invited])).toEqual(['accepted'])
  expect(await person.readEntries()).toMatchObject([{ uid: acts.party.uid, ...at(acts.times.party), answers: { [thomas.email]: 'ACCEPTED' } }])
  expect(await receive([removed, removed])).toEqual(['deleted', 'nothing'])
  expect(await person.readEntries()).toEqual([])
})

test('the colleague beside them keeps theirs, and it moves with the meeting', async () => {
  person = await open(amina)
  expect(await receive(await lettersTo(amina.email, acts.party, 2))).toEqual(['accepted', 'accepted'])
  const [entry, ...more] = await person.readEntries()
  expect(entry).toMatchObject({ uid: acts.party.uid, ...at(acts.times.partyMoved), status: 'CONFIRMED' })
  expect(entry?.answers).toEqual({ [amina.email]: 'ACCEPTED', [soren.email]: 'NEEDS-ACTION', [consultant.email]: 'NEEDS-ACTION' })
  expect(more).toEqual([])
})

test('the consultant ends with one entry for each meeting that takes place, and with who comes to it', async () => {
  const { movedBack, late, off, party, times } = acts
  person = await open(consultant)
  await receive(await lettersTo(consultant.email, movedBack, 3))
  await receive(await lettersTo(consultant.email, late, 2))
  expect(await receive(await lettersTo(consultant.email, off, 2))).toEqual(['accepted', 'deleted'])
  const toldOfParty = await receive(await lettersTo(consultant.email, party, 5))
  expect(toldOfParty).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'accepted'])
  const entries = await person.readEntries()
  expect(entries).toMatchObject(inOrder([
    { uid: movedBack.uid, ...at(times.first), sequence: 2 },
    { uid: late.uid, ...at(times.lateMoved), sequence: 1 },
    { uid: party.uid, ...at(times.partyMoved) },
  ]))
  const expected = { [consultant.email]: 'ACCEPTED', [soren.email]: 'NEEDS-ACTION', [amina.email]: 'NEEDS-ACTION' }
  expect(entries.find(({ uid }) => uid === party.uid)?.answers).toEqual(expected)
})

type Acts = {
  movedBack: BookedByPost; late: BookedByPost; off: BookedByPost; party: BookedByPost
  times: Record<'first' | 'other' | 'lateMoved' | 'party' | 'partyMoved', string>
}

/** Everything that a meeting goes through, over the product's own pages. */
async function act(product: Product): Promise<Acts> {
  const starts = await readStarts(product.url)
  // Two hours apart, so that neither a meeting nor the break after it takes another's time.
  const [first = '', other = '', lateBooked = '', lateMoved = '', called = '', partyAt = '', partyMoved = ''] = starts.filter((_, index) => index % 4 === 0)
  const movedBack = await bookByPost(product, first, soren.email)
  await moveByPost(product, movedBack, other)
  await moveByPost(product, movedBack, first)
  const late = await bookByPost(product, lateBooked, soren.email)
  await moveByPost(product, late, lateMoved)
  const off = await bookByPost(product, called, soren.email)
  await callOffByPost(product, off)
  const party = await bookByPost(product, partyAt, soren.email)
  await bringByPost(product, party, amina)
  await bringByPost(product, party, thomas)
  await takeOffByPost(product, party, thomas.email)
  await moveByPost(product, party, partyMoved)
  return { movedBack, late, off, party, times: { first, other, lateMoved, party: partyAt, partyMoved } }
}

function open(who: { name: string; email: string }): Promise<Person> {
  return openThunderbird(who, { store, smtpUrl: answers.url })
}

/** The calendar mails about a meeting to an address, in the order in which they were sent; there have to be so many. */
async function lettersTo(address: string, { uid }: BookedByPost, count: number): Promise<Buffer[]> {
  const find = async () => {
    const letters = await readLetters(world.sink)
    return world.sink.accepted().filter((_, index) => letters[index]?.to === address && letters[index]?.calendar?.includes(`UID:${uid}`))
  }
  await until(async () => (await find()).length >= count, `${address} has got ${count} mails about a meeting`)
  const found = await find()
  expect(found, `mails to ${address}`).toHaveLength(count)
  return found.map(({ raw }) => raw)
}

async function receive(letters: (Buffer | undefined)[]): Promise<Done[]> {
  const done: Done[] = []
  for (const raw of letters) {
    if (!person || !raw) throw new Error('nobody is there, or nothing was sent')
    done.push(await person.receive(raw))
  }
  return done
}

function at(start: string): Pick<Entry, 'starts' | 'ends'> {
  const startsAt = Date.parse(start)
  return { starts: new Date(startsAt).toISOString(), ends: new Date(startsAt + HALF_AN_HOUR_MS).toISOString() }
}

function inOrder<Timed extends { starts: string }>(entries: Timed[]): Timed[] {
  return entries.toSorted((one, other) => one.starts.localeCompare(other.starts))
}
