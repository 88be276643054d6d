import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { acceptProposal, declineProposal, proposeTimes } from '#app/domain/booking/proposal/commands.server.ts'
import { findProposalSheet, listOpenProposals } from '#app/domain/booking/proposal/queries.server.ts'
import { forgetOldMeetings } from '#app/domain/booking/retention.server.ts'
import { addBlocked } from '#app/domain/calendar/rules/host-rules.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { booking, mail, meeting, meetingType, occupiedTime, proposal } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW } from '../../../support/meetings.ts'
import { proposed, proposing, THURSDAY_EVENING } from '../../../support/proposals.ts'
import { addBo, shareIntro } from '../../../support/shared-type.ts'
import { reserved, visitor } from '../../../support/visitors.ts'

const database = useDatabase()
let hostId: string

beforeEach(async () => {
  await database.reset()
  hostId = await makeDesk()
})

test('proposing takes nothing, tells the consultant, and the same form sent again proposes nothing more', async () => {
  const asked = proposing()
  await Promise.all([proposeTimes(asked), proposeTimes(asked)])
  expect([await db().$count(proposal), await db().$count(occupiedTime), await kinds()]).toEqual([1, 0, ['proposed']])
  expect(await listOpenProposals(hostId)).toMatchObject([{ name: CAST.soren.name, starts: [THURSDAY_TEN, THURSDAY_EVENING] }])
  expect(await proposeTimes(proposing({ typeSlug: 'nope' }))).toEqual({ ok: false, reason: 'no-such-type' })
  expect((await bookSlot(askFor({ email: 'b@example.com' }), NOW)).ok).toBe(true)
})

test('a time outside the hours becomes a meeting as any other: invitations, agenda, and the time is taken', async () => {
  const proposalId = await proposed({ diagnosis: 'something-else', diagnosisText: 'Et nyt marked' })
  const [accepted, again] = [await accept(proposalId, THURSDAY_EVENING), await accept(proposalId, THURSDAY_EVENING)]
  const meetingId = accepted.ok ? accepted.value.meetingId : ''
  expect(again).toEqual({ ok: true, value: { meetingId, hostId } })
  expect(await kinds()).toEqual(['invitation', 'invitation', 'proposed'])
  const [held] = await db().select().from(meeting)
  expect(held).toMatchObject({ id: meetingId, state: 'scheduled', startsAt: new Date(THURSDAY_EVENING), endsAt: new Date(THURSDAY_EVENING + 30 * MINUTE_MS) })
  expect((await getAgenda(meetingId)).agenda.items[1]?.purpose).toBe('Et nyt marked')
  expect(await db().select({ state: booking.state }).from(booking)).toEqual([{ state: 'confirmed' }])
  expect(await listOpenProposals(hostId)).toEqual([])
})

test('a type that needs a yes needs no second one: the consultant has picked', async () => {
  await db().update(meetingType).set({ needsApproval: true })
  await accept(await proposed(), THURSDAY_TEN)
  expect(await db().select({ state: meeting.state }).from(meeting)).toEqual([{ state: 'scheduled' }])
})

test('what has the time can\'t be overridden: a meeting, its buffer, a reservation, or time that is blocked', async () => {
  const proposalId = await proposed({ starts: [THURSDAY_TEN, THURSDAY_EVENING, THURSDAY_TEN + DAY_MS] })
  await bookSlot(askFor({ email: 'b@example.com', startsAt: THURSDAY_TEN - 30 * MINUTE_MS }), NOW)
  await addBlocked(hostId, { startsAt: THURSDAY_EVENING + MINUTE_MS, endsAt: THURSDAY_EVENING + HOUR_MS, title: null })
  await reserved(visitor('anna'), { startsAt: THURSDAY_TEN + DAY_MS })
  for (const startsAt of [THURSDAY_TEN, THURSDAY_EVENING, THURSDAY_TEN + DAY_MS]) {
    expect(await accept(proposalId, startsAt)).toEqual({ ok: false, reason: 'slot-taken' })
  }
  expect((await findProposalSheet(hostId, proposalId, NOW))?.times.map(({ state }) => state)).toEqual(['taken', 'taken', 'taken'])
})

test('the page says of each time what stands against it', async () => {
  const proposalId = await proposed({ starts: [THURSDAY_TEN, THURSDAY_EVENING, NOW - HOUR_MS] })
  expect((await findProposalSheet(hostId, proposalId, NOW))?.times.map(({ state }) => state)).toEqual(['free', 'outside', 'past'])
  expect(await findProposalSheet(newId(), proposalId, NOW)).toBe(null)
})

test('what is past, was not proposed, or belongs to another can\'t be picked', async () => {
  const proposalId = await proposed()
  expect(await acceptProposal({ hostId, proposalId, startsAt: THURSDAY_TEN }, THURSDAY_TEN)).toEqual({ ok: false, reason: 'slot-past' })
  expect(await accept(proposalId, THURSDAY_TEN + HOUR_MS)).toEqual({ ok: false, reason: 'not-proposed' })
  expect(await acceptProposal({ hostId: newId(), proposalId, startsAt: THURSDAY_TEN }, NOW)).toEqual({ ok: false, reason: 'no-such-proposal' })
  expect(await declineProposal({ hostId: newId(), proposalId, text: null }, NOW)).toEqual({ ok: false, reason: 'no-such-proposal' })
  expect(await db().$count(meeting)).toBe(0)
})

test('a no is said once, and then nothing is picked; what is picked is not declined', async () => {
  const [declined, picked] = [await proposed(), await proposed({ email: 'b@example.com' })]
  for (const text of ['Den uge er fuld', 'Igen']) expect((await declineProposal({ hostId, proposalId: declined, text }, NOW)).ok).toBe(true)
  expect((await kinds()).filter((kind) => kind === 'declined')).toHaveLength(1)
  expect(await accept(declined, THURSDAY_TEN)).toEqual({ ok: false, reason: 'already-declined' })
  await accept(picked, THURSDAY_TEN)
  expect(await declineProposal({ hostId, proposalId: picked, text: null }, NOW)).toEqual({ ok: false, reason: 'already-booked' })
  expect(await accept(picked, THURSDAY_EVENING)).toEqual({ ok: false, reason: 'already-booked' })
})

const DAYS = [0, 1, 4, 5, 6]

test('two proposals of one time, and somebody who books it, at once: one meeting', async () => {
  for (let round = 0; round < 5; round += 1) {
    const startsAt = THURSDAY_TEN + (DAYS[round] ?? 0) * DAY_MS
    const ids = [await proposed({ starts: [startsAt] }), await proposed({ starts: [startsAt], email: 'b@example.com' })]
    const answers = await Promise.all([
      ...ids.map((id) => accept(id, startsAt)), bookSlot(askFor({ startsAt, email: 'c@example.com' }), NOW),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'slot-taken')).toHaveLength(2)
    expect(await db().$count(occupiedTime, eq(occupiedTime.startsAt, new Date(startsAt)))).toBe(1)
  }
})

test('where all hosts are needed, all of them must be free', async () => {
  const otherId = await addBo()
  await shareIntro([hostId, otherId], 'all')
  const proposalId = await proposed()
  await addBlocked(otherId, { startsAt: THURSDAY_EVENING, endsAt: THURSDAY_EVENING + HOUR_MS, title: null })
  expect(await accept(proposalId, THURSDAY_EVENING)).toEqual({ ok: false, reason: 'slot-taken' })
  expect((await accept(proposalId, THURSDAY_TEN)).ok).toBe(true)
  expect((await db().select().from(occupiedTime)).map((row) => row.hostId).sort()).toEqual([hostId, otherId].sort())
})

test('a year later nothing is kept of a proposal', async () => {
  await proposed()
  await db().update(proposal).set({ createdAt: new Date(NOW) })
  await forgetOldMeetings(NOW + 366 * DAY_MS)
  expect(await db().$count(proposal)).toBe(1)
  await forgetOldMeetings(NOW + 366 * DAY_MS + 1)
  expect([await db().$count(proposal), await db().$count(mail)]).toEqual([0, 0])
})

test('a mail is about a seat, a watch or a proposal, and the database refuses anything between', async () => {
  const proposalId = await proposed()
  const [row] = await db().select().from(mail)
  for (const wrong of [{ proposalId: null }, { snapshot: { sequence: 0, stampedAt: 0, startsAt: 0, endsAt: 0 } }]) {
    await expect(db().update(mail).set(wrong).where(eq(mail.id, row?.id ?? ''))).rejects.toMatchObject({ cause: { code: '23514' } })
  }
  await expect(db().update(proposal).set({ starts: [] }).where(eq(proposal.id, proposalId))).rejects.toMatchObject({ cause: { code: '23514' } })
})

function accept(proposalId: string, startsAt: number) {
  return acceptProposal({ hostId, proposalId, startsAt }, NOW)
}

async function kinds(): Promise<string[]> {
  return (await db().select({ kind: mail.kind }).from(mail)).map(({ kind }) => kind).sort()
}
