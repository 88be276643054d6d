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

let live: LiveMeeting

beforeEach(async () => {
  await database.reset()
  live = await makeLive({ entries: [HERS, HIS, BOTH, line('next-step', 'Engang', { owner: 'Mette' })] })
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
