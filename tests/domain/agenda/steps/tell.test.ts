import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { correctRecord } from '#app/domain/agenda/corrections/commands.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { markStep } from '#app/domain/agenda/steps/mark.server.ts'
import { tellDueSteps } from '#app/domain/agenda/steps/tell.server.ts'
import { findMailFacts } from '#app/domain/booking/mail-facts.server.ts'
import { decideUse } from '#app/domain/booking/turn-up/mail-use.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { newId } from '#app/kernel/ids.ts'
import { db } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { DURING, line, makeLive, type LiveMeeting } from '../../../support/next-world.ts'
import { queuedMails } from '../../../support/reminders.ts'

const database = useDatabase()
const DUE = '2026-12-01'
/** Eight in the morning of that day, in Copenhagen. */
const MORNING = Date.UTC(2026, 11, 1, 7)
const HERS = line('next-step', 'Send udkastet', { owner: 'Mette', due: DUE })
const HIS = line('next-step', 'Optag to møder', { owner: 'Søren', due: DUE })
const BOTH = line('next-step', 'Læs bogen', { due: DUE })
const SOME_DAY = line('next-step', 'Engang', { owner: 'Mette' })
/** The morning a week after the meeting. */
const WEEK_AFTER = MORNING + 2 * DAY_MS

let live: LiveMeeting

beforeEach(async () => {
  await database.reset()
  live = await makeLive({ entries: [HERS, HIS, BOTH, SOME_DAY] })
  await endMeeting(live.host, DURING)
})

const told = async () => (await queuedMails('step-due')).map(({ seatId, snapshot }) => [seatId, snapshot?.stepId]).sort()
const hers = () => [live.host.seat.id, HERS.id]
const his = () => [live.guest.seat.id, HIS.id]

test('on the morning of its day each is reminded of their own, once, and both of what is nobody\'s', async () => {
  await tellDueSteps(MORNING - 1)
  expect(await told()).toEqual([])
  await Promise.all([tellDueSteps(MORNING), tellDueSteps(MORNING)])
  await tellDueSteps(MORNING + HOUR_MS)
  expect(await told()).toEqual([hers(), his(), [live.host.seat.id, BOTH.id], [live.guest.seat.id, BOTH.id]].sort())
})

test('what is done is not told of, and what is done before the mail leaves is not sent', async () => {
  await markStep(live.guest, { entryId: HERS.id, isDone: true, now: DURING })
  await tellDueSteps(MORNING)
  expect(await told()).not.toContainEqual(hers())
  const [mail] = (await queuedMails('step-due')).filter(({ snapshot }) => snapshot?.stepId === HIS.id)
  const use = async (at: number) => {
    const facts = await findMailFacts(mail?.id ?? '', at)
    return facts && decideUse(facts, at)
  }
  expect(await use(MORNING)).toBe('good')
  expect(await use(MORNING + DAY_MS)).toBe('late')
  await markStep(live.guest, { entryId: HIS.id, isDone: true, now: MORNING })
  expect(await use(MORNING)).toBe('overtaken')
})

test('said to be done by mistake, it is told of after all', async () => {
  await markStep(live.guest, { entryId: HIS.id, isDone: true, now: DURING })
  await markStep(live.guest, { entryId: HIS.id, isDone: false, now: DURING })
  await tellDueSteps(MORNING)
  expect(await told()).toContainEqual(his())
})

test('put off to another day it is told of on that day, and given to somebody else it is told to them', async () => {
  const put = { intent: 'correct' as const, entryId: HIS.id, text: HIS.text, owner: 'Mette', due: '2026-12-02' }
  expect(await correctRecord(live.guest, { asked: put, now: DURING })).toMatchObject({ ok: true })
  await tellDueSteps(MORNING)
  expect((await told()).filter(([, step]) => step === HIS.id)).toEqual([])
  await tellDueSteps(MORNING + DAY_MS)
  expect(await told()).toContainEqual([live.host.seat.id, HIS.id])
})

test('after a long halt a day that has gone by is not told of, nor anything to whoever was sent away', async () => {
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, live.guest.seat.id))
  await tellDueSteps(MORNING)
  expect((await told()).map(([seatId]) => seatId)).not.toContain(live.guest.seat.id)
  const late = { intent: 'add' as const, entryId: newId(), entryKind: 'next-step' as const, text: 'Ring', owner: 'Mette', due: '2026-12-03' }
  await correctRecord(live.host, { asked: late, now: DURING })
  await tellDueSteps(MORNING + 3 * DAY_MS)
  expect((await told()).map(([, step]) => step)).not.toContain(late.entryId)
})

test('a step without a date is brought up once, a week after the meeting, also after a halt, and not when it is done', async () => {
  const some = async () => (await told()).filter(([, step]) => step === SOME_DAY.id)
  await tellDueSteps(WEEK_AFTER - 1)
  expect(await some()).toEqual([])
  await tellDueSteps(WEEK_AFTER + 2 * DAY_MS)
  await tellDueSteps(WEEK_AFTER + 3 * DAY_MS)
  expect(await some()).toEqual([[live.host.seat.id, SOME_DAY.id]])
  const [mail] = (await queuedMails('step-due')).filter(({ snapshot }) => snapshot?.stepId === SOME_DAY.id)
  const use = async (at: number) => {
    const facts = await findMailFacts(mail?.id ?? '', at)
    return facts && decideUse(facts, at)
  }
  expect(await use(WEEK_AFTER + 4 * DAY_MS)).toBe('good')
  await markStep(live.host, { entryId: SOME_DAY.id, isDone: true, now: WEEK_AFTER })
  expect(await use(WEEK_AFTER + 4 * DAY_MS)).toBe('overtaken')
})

test('a step without a date that is done is not brought up', async () => {
  await markStep(live.host, { entryId: SOME_DAY.id, isDone: true, now: DURING })
  await tellDueSteps(WEEK_AFTER)
  expect(await told()).not.toContainEqual([live.host.seat.id, SOME_DAY.id])
})

const today = { intent: 'add' as const, entryId: newId(), entryKind: 'next-step' as const, text: 'Ring', owner: 'Mette', due: '2026-11-26' }
const rings = async () => (await told()).filter(([, step]) => step === today.entryId)
/** Three in the afternoon of the day of the meeting. */
const AFTERNOON = Date.UTC(2026, 10, 26, 14)

test('agreed on for the same day it is brought up that afternoon, once, whatever is put right afterwards', async () => {
  await correctRecord(live.host, { asked: today, now: DURING })
  await tellDueSteps(AFTERNOON - 1)
  expect(await rings()).toEqual([])
  await tellDueSteps(AFTERNOON)
  for (const due of ['2026-11-26', '', '2026-11-25']) {
    const corrected = { ...today, intent: 'correct' as const, text: `Ring ${due}`, due }
    expect(await correctRecord(live.host, { asked: corrected, now: AFTERNOON + HOUR_MS })).toMatchObject({ ok: true })
  }
  await tellDueSteps(AFTERNOON + DAY_MS)
  await tellDueSteps(WEEK_AFTER)
  expect(await rings()).toEqual([[live.host.seat.id, today.entryId]])
})

test('agreed on too late for that day it is brought up the next morning, and the mail is of use that day', async () => {
  await correctRecord(live.host, { asked: today, now: AFTERNOON + HOUR_MS })
  await tellDueSteps(AFTERNOON + 17 * HOUR_MS)
  expect(await rings()).toEqual([[live.host.seat.id, today.entryId]])
  const [mail] = await queuedMails('step-due')
  expect(mail?.snapshot?.stepDay).toBe('2026-11-27')
  const facts = await findMailFacts(mail?.id ?? '', AFTERNOON + 17 * HOUR_MS)
  expect(facts && [decideUse(facts, AFTERNOON + 17 * HOUR_MS), decideUse(facts, AFTERNOON + 2 * DAY_MS)]).toEqual(['good', 'late'])
})

test('each is reminded on the morning of their own zone', async () => {
  await db().update(seat).set({ timeZone: 'America/New_York' }).where(eq(seat.id, live.guest.seat.id))
  const again = { intent: 'correct' as const, entryId: HIS.id, text: 'Optag tre møder', owner: HIS.owner, due: DUE }
  await correctRecord(live.host, { asked: again, now: DURING })
  await tellDueSteps(MORNING)
  expect(await told()).not.toContainEqual(his())
  await tellDueSteps(MORNING + 6 * HOUR_MS)
  expect(await told()).toContainEqual(his())
})

test('nothing is planned of the example world', async () => {
  await db().update(meeting).set({ isDemo: true })
  await correctRecord(live.host, { asked: { intent: 'correct', entryId: HIS.id, text: 'Andet', owner: 'Søren', due: DUE }, now: DURING })
  await tellDueSteps(MORNING)
  expect(await told()).toEqual([])
})
