import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { correctRecord } from '#app/domain/agenda/corrections/commands.server.ts'
import type { CorrectionRequest } from '#app/domain/agenda/corrections/correction.ts'
import { parseCorrection } from '#app/domain/agenda/corrections/correction-input.ts'
import { listCorrections } from '#app/domain/agenda/corrections/queries.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { getAgenda, listAgendaEvents } from '#app/domain/agenda/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { DURING, line, makeLive, type LiveMeeting } from '../../../support/next-world.ts'
import { formOf } from '../../../support/routes.ts'

const database = useDatabase()
const DECISION = line('decision', 'Vi begynder med seks.')

let live: LiveMeeting

beforeEach(async () => {
  await database.reset()
  live = await makeLive({ entries: [DECISION] })
  await endMeeting(live.host, DURING)
})

const put = (text: string, given: Partial<CorrectionRequest> = {}): CorrectionRequest =>
  ({ intent: 'correct', entryId: DECISION.id, text, owner: '', due: '', ...given } as CorrectionRequest)
const correct = (asked: CorrectionRequest, { pass = live.guest, now = DURING + 1_000 } = {}) => correctRecord(pass, { asked, now })
const texts = async () => (await getAgenda(live.guest.meeting.id)).agenda.entries.map(({ text }) => text)
const versions = async () => (await listCorrections(live.guest.meeting.id)).map(({ name, before }) => [name, before?.text ?? null])

test('either side puts a line right, whoever wrote it, and what it said before is kept with who changed it', async () => {
  expect(await correct(put('Vi begynder med otte.'))).toMatchObject({ ok: true })
  expect(await correct(put('Vi begynder med ti.'), { pass: live.host })).toMatchObject({ ok: true })
  expect(await texts()).toEqual(['Vi begynder med ti.'])
  expect(await versions()).toEqual([[live.guest.seat.name, 'Vi begynder med seks.'], [live.host.seat.name, 'Vi begynder med otte.']])
})

test('a line is added, once however often it is posted', async () => {
  const asked: CorrectionRequest = { intent: 'add', entryId: newId(), entryKind: 'next-step', text: 'Ring', owner: 'Mette', due: '2026-12-01' }
  expect(await correct(asked)).toMatchObject({ ok: true })
  expect(await correct(asked)).toMatchObject({ ok: true })
  expect(await texts()).toEqual([DECISION.text, 'Ring'])
  expect(await versions()).toEqual([[live.guest.seat.name, null]])
})

test('what is added from a page that Back shows again is a line beside the one that was added from it', async () => {
  const asked = { intent: 'add', entryId: newId(), entryKind: 'decision', text: 'Vi mødes i maj.', owner: '', due: '' } as const
  const all = [asked, { ...asked, text: 'Vi mødes i juni.' }, { ...asked, text: 'Vi mødes i juni.' }, { ...asked, entryKind: 'parked' as const }]
  const ids = []
  for (const one of all) {
    const corrected = await correct(one)
    ids.push(corrected.ok && corrected.value)
  }
  const { agenda: { entries } } = await getAgenda(live.guest.meeting.id)
  expect(entries.slice(1).map(({ kind, text }) => [kind, text]))
    .toEqual([['decision', 'Vi mødes i maj.'], ['decision', 'Vi mødes i juni.'], ['parked', 'Vi mødes i maj.']])
  const [first, second, third] = entries.slice(1).map(({ id }) => id)
  expect(ids).toEqual([first, second, second, third])
})

test('a question that is parked afterwards is put right like any other line', async () => {
  const asked = parseCorrection(formOf({ intent: 'add', entryId: newId(), entryKind: 'parked', text: 'Hvad med sommerferien' }))
  if (!asked) throw new Error('A parked question was not read')
  expect(await correct(asked)).toMatchObject({ ok: true })
  expect(await correct(put('Hvad med sommerferien?', { entryId: asked.entryId }), { pass: live.host })).toMatchObject({ ok: true })
  expect((await getAgenda(live.guest.meeting.id)).agenda.entries.at(-1)).toMatchObject({ kind: 'parked', text: 'Hvad med sommerferien?' })
  expect(await versions()).toEqual([[live.guest.seat.name, null], [live.host.seat.name, 'Hvad med sommerferien']])
})

test('every correction is a step of the agenda like any other', async () => {
  await correct(put('Vi begynder med otte.'))
  expect((await listAgendaEvents(live.guest.meeting.id, 0)).at(-1)?.change).toMatchObject({ kind: 'entry-correct', text: 'Vi begynder med otte.' })
})

test('nothing changed is no version', async () => {
  expect(await correct(put(DECISION.text))).toMatchObject({ ok: true })
  expect(await versions()).toEqual([])
})

test('for a day after the end and no longer', async () => {
  expect(await correct(put('Til sidst'), { now: DURING + DAY_MS })).toMatchObject({ ok: true })
  expect(await correct(put('For sent'), { now: DURING + DAY_MS + 1 })).toEqual({ ok: false, reason: 'too-late' })
  expect(await texts()).toEqual(['Til sidst'])
})

test('not before the end, and by nobody who was sent away', async () => {
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, live.guest.seat.id))
  expect(await correct(put('Nej'))).toEqual({ ok: false, reason: 'not-allowed' })
  await database.reset()
  live = await makeLive({ entries: [DECISION] })
  expect(await correct(put('Nej'))).toEqual({ ok: false, reason: 'not-over' })
})

test('what is no line is refused with its reason, and changes nothing', async () => {
  const refused = [
    [put(''), 'empty-text'], [put('x'.repeat(4_001)), 'too-long'], [put('Ja', { due: '2026-02-30' }), 'bad-date'], [put('Ja', { entryId: newId() }), 'no-such-entry'],
  ] as const
  for (const [asked, reason] of refused) expect(await correct(asked)).toEqual({ ok: false, reason })
  expect(await texts()).toEqual([DECISION.text])
})

test('of two at the same moment both are kept, one after the other', async () => {
  await Promise.all([correct(put('Otte.')), correct(put('Ti.'), { pass: live.host })])
  expect((await versions()).map(([, before]) => before)[0]).toBe(DECISION.text)
  expect(await versions()).toHaveLength(2)
})

test('a form is read as it is typed, and what no form of ours sends is none', () => {
  const typed = { intent: 'correct', entryId: DECISION.id, text: '  Ja\r\ntak ' }
  expect(parseCorrection(formOf(typed))).toEqual({ intent: 'correct', entryId: DECISION.id, text: 'Ja\ntak', owner: '', due: '' })
  const wrongs: Record<string, string>[] = [{ intent: 'remove' }, { entryId: 'x' }, { intent: 'add' }, { intent: 'add', entryKind: 'poll' }]
  for (const wrong of wrongs) {
    expect(parseCorrection(formOf({ ...typed, ...wrong }))).toBeNull()
  }
})
