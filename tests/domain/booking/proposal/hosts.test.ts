import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { bookOneOff } from '#app/domain/booking/one-off/commands.server.ts'
import { acceptProposal, declineProposal } from '#app/domain/booking/proposal/commands.server.ts'
import { findProposalFacts, findProposalSheet, listOpenProposals } from '#app/domain/booking/proposal/queries.server.ts'
import { addBlocked } from '#app/domain/calendar/rules/host-rules.server.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { mail, meeting, occupiedTime } from '#db/schema.server.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW } from '../../../support/meetings.ts'
import { madeLink, pressing } from '../../../support/one-offs.ts'
import { proposed, THURSDAY_EVENING } from '../../../support/proposals.ts'
import { addBo, shareIntro } from '../../../support/shared-type.ts'

const database = useDatabase()
let [mette, bo] = ['', '']

beforeEach(async () => {
  await database.reset()
  mette = await makeDesk()
  bo = await addBo()
})

test('every host of the type sees it and gets a mail of their own; nobody else does', async () => {
  await proposed()
  expect([(await listOpenProposals(mette)).length, (await listOpenProposals(bo)).length]).toEqual([1, 0])
  await shareIntro([mette, bo])
  const proposalId = await proposed({ email: 'b@example.com' })
  expect([(await listOpenProposals(mette)).length, (await listOpenProposals(bo)).length]).toEqual([2, 2])
  const mails = await db().select({ id: mail.id, hostId: mail.hostId }).from(mail).where(eq(mail.proposalId, proposalId))
  expect(mails.map(({ hostId }) => hostId).sort()).toEqual([mette, bo].sort())
  const told = await Promise.all(mails.map(async ({ id }) => (await findProposalFacts(id, NOW))?.host.name))
  expect(told.sort()).toEqual(['Bo Krogh', 'Mette Holm'])
})

test('an owner who hosts the type no longer neither sees nor answers what is asked of its hosts', async () => {
  await shareIntro([mette, bo])
  const proposalId = await proposed()
  await db().execute(`delete from type_host where host_id = '${mette}'`)
  expect([(await listOpenProposals(mette)).length, await findProposalSheet(mette, proposalId, NOW)]).toEqual([0, null])
  expect(await declineProposal({ hostId: mette, proposalId, text: null }, NOW)).toEqual({ ok: false, reason: 'no-such-proposal' })
  expect((await acceptProposal({ hostId: bo, proposalId, startsAt: THURSDAY_TEN }, NOW)).ok).toBe(true)
})

test('whoever accepts, the meeting goes to the host whose turn it is', async () => {
  await shareIntro([mette, bo])
  const days = [0, 1, 4, 5].map((day) => THURSDAY_EVENING + day * DAY_MS)
  const hosts: string[] = []
  for (const [index, startsAt] of days.entries()) {
    hosts.push(await acceptedBy(mette, await proposed({ starts: [startsAt], companyName: `Firma ${index}`, email: `${index}@example.com` }), startsAt))
  }
  expect(hosts).toEqual([mette, bo, mette, bo])
})

test('a weight of three gets three of four', async () => {
  await shareIntro([mette, bo], 'any', [1, 3])
  const hosts: string[] = []
  for (const day of [0, 1, 4, 5]) {
    const startsAt = THURSDAY_EVENING + day * DAY_MS
    hosts.push(await acceptedBy(mette, await proposed({ starts: [startsAt], companyName: `Firma ${day}`, email: `${day}@example.com` }), startsAt))
  }
  expect(hosts.filter((id) => id === bo)).toHaveLength(3)
})

test('a company that was met before meets the same host again, if that one is free', async () => {
  await shareIntro([mette, bo])
  await bookSlot(askFor({ companyName: 'Nordlys' }), NOW)
  const again = await proposed({ companyName: ' nordlys', starts: [THURSDAY_EVENING] })
  expect(await acceptedBy(bo, again, THURSDAY_EVENING)).toBe(mette)
  await addBlocked(mette, { startsAt: THURSDAY_EVENING + DAY_MS, endsAt: THURSDAY_EVENING + DAY_MS + HOUR_MS, title: null })
  const busy = await proposed({ companyName: 'Nordlys', starts: [THURSDAY_EVENING + DAY_MS], email: 'b@example.com' })
  expect(await acceptedBy(mette, busy, THURSDAY_EVENING + DAY_MS)).toBe(bo)
})

test('it is free while one host is, and taken when none is', async () => {
  await shareIntro([mette, bo])
  const proposalId = await proposed({ starts: [THURSDAY_TEN] })
  for (const [index, state] of (['free', 'free', 'taken'] as const).entries()) {
    expect((await findProposalSheet(mette, proposalId, NOW))?.times).toEqual([{ startsAt: THURSDAY_TEN, state }])
    await bookSlot(askFor({ companyName: `Firma ${index}`, email: `${index}@example.com` }), NOW)
  }
  expect(await acceptProposal({ hostId: bo, proposalId, startsAt: THURSDAY_TEN }, NOW)).toEqual({ ok: false, reason: 'slot-taken' })
})

test('the page says who answered and who holds the meeting', async () => {
  await shareIntro([mette, bo])
  await addBlocked(mette, { startsAt: THURSDAY_EVENING, endsAt: THURSDAY_EVENING + HOUR_MS, title: null })
  const proposalId = await proposed({ starts: [THURSDAY_EVENING] })
  await acceptedBy(mette, proposalId, THURSDAY_EVENING)
  const sheet = await findProposalSheet(mette, proposalId, NOW)
  expect(sheet).toMatchObject({ party: 'any', answeredBy: null, heldBy: { name: 'Bo Krogh', isMine: false } })
  expect(await findProposalSheet(bo, proposalId, NOW)).toMatchObject({ answeredBy: 'Mette Holm', heldBy: { isMine: true } })
})

test('a no is in the name of the host who said it, and both answers at once are one', async () => {
  await shareIntro([mette, bo])
  const proposalId = await proposed()
  const [no, yes] = await Promise.all([
    declineProposal({ hostId: bo, proposalId, text: null }, NOW),
    acceptProposal({ hostId: mette, proposalId, startsAt: THURSDAY_TEN }, NOW),
  ])
  expect([no.ok, yes.ok].filter(Boolean)).toHaveLength(1)
  const other = await proposed({ email: 'b@example.com' })
  await declineProposal({ hostId: bo, proposalId: other, text: 'Nej' }, NOW)
  const rows = await db().select({ id: mail.id, kind: mail.kind }).from(mail).where(eq(mail.proposalId, other))
  const declined = rows.find(({ kind }) => kind === 'declined')
  expect((await findProposalFacts(declined?.id ?? '', NOW))?.host.name).toBe('Bo Krogh')
})

test('a link for one person is held by whoever made it, and by all where all are needed', async () => {
  await shareIntro([mette, bo], 'any', [1, 9])
  const [alone, together] = [await madeLink(mette), await madeLink(mette, { starts: [THURSDAY_EVENING + DAY_MS] })]
  await bookOneOff(alone, pressing(THURSDAY_EVENING), NOW)
  expect(await hostsAt(THURSDAY_EVENING)).toEqual([mette])
  await shareIntro([mette, bo], 'all')
  await bookOneOff(together, pressing(THURSDAY_EVENING + DAY_MS), NOW)
  expect(await hostsAt(THURSDAY_EVENING + DAY_MS)).toEqual([mette, bo].sort())
})

test('where all are needed, a link\'s time of which one is busy is offered no longer', async () => {
  await shareIntro([mette, bo], 'all')
  const linkId = await madeLink(mette)
  await addBlocked(bo, { startsAt: THURSDAY_EVENING, endsAt: THURSDAY_EVENING + HOUR_MS, title: null })
  expect(await bookOneOff(linkId, pressing(THURSDAY_EVENING), NOW)).toEqual({ ok: false, reason: 'slot-taken' })
})

async function acceptedBy(hostId: string, proposalId: string, startsAt: number): Promise<string> {
  const accepted = await acceptProposal({ hostId, proposalId, startsAt }, NOW)
  if (!accepted.ok) throw new Error(accepted.reason)
  const [row] = await db().select({ hostId: meeting.hostId }).from(meeting).where(eq(meeting.id, accepted.value.meetingId))
  return row?.hostId ?? ''
}

async function hostsAt(startsAt: number): Promise<string[]> {
  const rows = await db().select({ hostId: occupiedTime.hostId }).from(occupiedTime).where(eq(occupiedTime.startsAt, new Date(startsAt)))
  return rows.map(({ hostId }) => hostId).sort()
}
