import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { tellOfChanges } from '#app/domain/agenda/prepare/digest/tell.server.ts'
import { tellDueSteps } from '#app/domain/agenda/steps/tell.server.ts'
import { findMailFacts } from '#app/domain/booking/mail-facts.server.ts'
import { decideUse } from '#app/domain/booking/turn-up/mail-use.ts'
import { organizer } from '#app/domain/people/mail/organizer.server.ts'
import { admit, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { queueMail, queueMailToAll, snapshotOf } from '#app/domain/meeting/mail-queue.server.ts'
import type { DoorState, SeatMailKind } from '#app/domain/meeting/meeting.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { HOUR_MS } from '#app/kernel/time.ts'
import { composeMail } from '#app/mail/compose/compose-mail.ts'
import { linksFor } from '#app/mail/links.server.ts'
import { db, transaction } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, NOW } from '../../../support/meetings.ts'
import { DURING, item, line, makeLive, type LiveMeeting } from '../../../support/next-world.ts'
import { queuedMails } from '../../../support/reminders.ts'

const database = useDatabase()
const DUE = '2026-12-01'
const MORNING = Date.UTC(2026, 11, 1, 7)
const STEP = line('next-step', 'Læs bogen', { due: DUE })
const SECRET = 'Priserne, som kun de andre må se'

let live: LiveMeeting
let colleague: SeatPass

beforeEach(async () => {
  await database.reset()
  live = await makeLive({ items: [item(SECRET)], entries: [STEP, line('decision', 'De får tolv procent')] })
  colleague = await addGuest(live.host.meeting.id)
  await setDoor(colleague, 'admitted')
})

const setDoor = ({ seat: { id } }: SeatPass, door: DoorState) => db().update(seat).set({ door }).where(eq(seat.id, id))
const sendAway = ({ seat: { id } }: SeatPass) => turnAway(live.host, { guestSeatId: id, now: DURING })
const callBack = ({ seat: { id } }: SeatPass) => admit(live.host, { guestSeatId: id, now: DURING })
const seatsTold = async (kind: SeatMailKind) => (await queuedMails(kind)).map(({ seatId }) => seatId).sort()
const everybody = () => [live.host, live.guest, colleague].map((pass) => pass.seat.id).sort()

async function mailTo({ seat: { id } }: SeatPass, kind: SeatMailKind, at = DURING) {
  const [row] = (await queuedMails(kind)).filter(({ seatId }) => seatId === id)
  const facts = await findMailFacts(row?.id ?? '', at)
  if (!facts) throw new Error(`No ${kind} is queued`)
  const { text, ics } = composeMail({ facts, links: linksFor(facts), organizer: organizer() })
  return { use: decideUse(facts, at), agenda: facts.agenda, words: `${text}${ics ?? ''}` }
}

async function isStillToCome(): Promise<void> {
  await db().update(meeting).set({ state: 'scheduled' }).where(eq(meeting.id, live.host.meeting.id))
}

async function prepareMore(): Promise<void> {
  const change = { kind: 'item-add', itemId: newId(), title: 'Mere', purpose: '', minutes: 5, afterItemId: null } as const
  const pass = { ...live.host, meeting: { ...live.host.meeting, state: 'scheduled' as const } }
  expect(await changeAgenda(pass, { change, changeId: newId(), now: NOW })).toMatchObject({ ok: true })
}

test('whoever was sent away gets no summary, whether they booked or came along', async () => {
  await sendAway(live.guest)
  await sendAway(colleague)
  await endMeeting(live.host, DURING)
  expect(await seatsTold('summary')).toEqual([live.host.seat.id])
})

test('called back they get it as everybody does', async () => {
  await sendAway(colleague)
  await callBack(colleague)
  await endMeeting(live.host, DURING)
  expect(await seatsTold('summary')).toEqual(everybody())
  expect(await mailTo(colleague, 'summary')).toMatchObject({ use: 'good', agenda: { entries: [STEP, { text: 'De får tolv procent' }] } })
})

test('a mail that waits while somebody is sent away is overtaken, and holds nothing of the meeting', async () => {
  await transaction((tx) => queueMailToAll(tx, 'summary', { meeting: live.host.meeting }))
  await sendAway(colleague)
  const kept = await mailTo(colleague, 'summary')
  expect(kept).toMatchObject({ use: 'overtaken', agenda: { items: [], entries: [] } })
  expect(kept.words).not.toContain('tolv procent')
  expect((await mailTo(live.guest, 'summary')).use).toBe('good')
})

test('news of what is prepared goes to nobody who was sent away, nor does what waited', async () => {
  await isStillToCome()
  await setDoor(colleague, 'removed')
  await prepareMore()
  await tellOfChanges({ meetingId: live.host.meeting.id }, NOW + HOUR_MS)
  expect(await seatsTold('agenda-changed')).toEqual([live.guest.seat.id])
  await setDoor(live.guest, 'removed')
  expect((await mailTo(live.guest, 'agenda-changed', NOW + HOUR_MS)).use).toBe('overtaken')
})

test('a step that was to be told of is overtaken for whoever was sent away meanwhile', async () => {
  await endMeeting(live.host, DURING)
  await tellDueSteps(MORNING)
  expect((await mailTo(live.guest, 'step-due', MORNING)).use).toBe('good')
  await setDoor(live.guest, 'removed')
  expect((await mailTo(live.guest, 'step-due', MORNING)).use).toBe('overtaken')
})

test('that the appointment moved or is off is told to all, without the agenda to whoever was sent away', async () => {
  await isStillToCome()
  await setDoor(colleague, 'removed')
  const { id: meetingId } = live.host.meeting
  for (const { seat: { id: seatId } } of [live.guest, colleague]) {
    await transaction((tx) => queueMail(tx, { kind: 'update', meetingId, seatId, snapshot: snapshotOf(live.host.meeting) }))
  }
  expect((await mailTo(live.guest, 'update')).words).toContain(SECRET)
  const theirs = await mailTo(colleague, 'update')
  expect(theirs.use).toBe('good')
  expect(theirs.words).not.toContain(SECRET)
})
