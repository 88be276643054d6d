import { eq } from 'drizzle-orm'
import { createAgenda } from '#app/domain/agenda/commands.server.ts'
import { draftAgenda } from '#app/domain/agenda/template.ts'
import { findSeat } from '#app/domain/meeting/queries.server.ts'
import { scheduleMeeting } from '#app/domain/meeting/schedule.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { upsertPerson } from '#app/domain/people/commands.server.ts'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { linkKey, type LinkPurpose } from '#app/platform/link.server.ts'
import { createAccount, signIn } from '#app/platform/session.server.ts'
import { transaction } from '#db/client.server.ts'
import { consultant, meetingType, seat } from '#db/schema.server.ts'
import { CAST } from '../../db/seeds/cast.ts'

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
export const NOW = Date.UTC(2026, 10, 25, 9)

export type World = { meetingId: string; hostId: string; host: SeatPass; guest: SeatPass; items: string[] }

export const READY = { camera: 'ready', microphone: 'ready' } as const

/** A meeting that starts in ten minutes: Mette hosts, Søren is the guest, two items are on the agenda. */
export async function makeMeeting({ startsAt = NOW + 10 * MINUTE_MS, now = NOW } = {}): Promise<World> {
  const agenda = draftAgenda([
    { title: 'Velkommen', purpose: 'Hvem er vi', minutes: 5 },
    { title: 'Hvad fylder hos jer', purpose: '', minutes: 15 },
  ])
  const made = await transaction(async (tx) => {
    const [hostId, typeId] = [newId(), newId()]
    const zone = { locale: 'da', timeZone: 'Europe/Copenhagen' } as const
    await tx.insert(consultant).values({ ...CAST.consultant, ...zone, id: hostId })
    await tx.insert(meetingType).values({ ...TYPE, id: typeId, hostId, slug: `type-${typeId}` })
    const about = { name: CAST.soren.name, email: CAST.soren.email, companyName: CAST.soren.company, ...zone }
    const personId = await upsertPerson(tx, { ...about, phone: null, isDemo: false })
    const times = { startsAt, endsAt: startsAt + 30 * MINUTE_MS, now }
    const seats = await scheduleMeeting(tx, { hostIds: [hostId], typeId, title: 'Første samtale', locale: 'da', ...times }, { ...about, personId })
    await createAgenda(tx, seats.meetingId, agenda, now)
    return { hostId, ...seats }
  })
  const items = agenda.items.map((item) => item.id)
  return { ...made, items, host: await passOf(made.hostSeatIds[0] ?? ''), guest: await passOf(made.guestSeatId) }
}

/** One more guest in the meeting, as a colleague who was brought along. */
export async function addGuest(meetingId: string): Promise<SeatPass> {
  const id = newId()
  const { name, email, company: companyName } = CAST.amina
  const zone = { locale: 'da', timeZone: 'Europe/Copenhagen' } as const
  await transaction((tx) => tx.insert(seat).values(
    { id, meetingId, role: 'guest', name, email, companyName, ...zone, identity: newOpaqueName() },
  ))
  return passOf(id)
}

/** The seat as it is now. */
export async function passOf(seatId: string): Promise<SeatPass> {
  const pass = await findSeat(seatId)
  if (!pass) throw new Error('The test asks for a seat that does not exist')
  return pass
}

/** The cookie that a guest's link leaves behind. */
export function cookieOf({ seat: { id, linkGeneration } }: SeatPass, purpose: LinkPurpose = 'room'): string {
  return `fremmode_${purpose}=${linkKey(purpose, id, linkGeneration)}`
}

/** What a guest's own browser sends: the link's cookie, and the secret by which the door knows it again. */
export function browserOf(pass: SeatPass): string {
  return `${cookieOf(pass)}; fremmode_device=the-only-browser-of-${pass.seat.id}`
}

/** The cookie of the host's own sign-in, by mail address and password. */
export async function signInHost(hostId: string): Promise<string> {
  const credentials = { email: `${hostId}@example.com`, password: 'seks klare søer i regn' }
  await transaction(async (tx) => {
    const made = await createAccount(tx, { ...credentials, name: CAST.consultant.name })
    if (!made.ok) throw new Error(made.reason)
    await tx.update(consultant).set({ userId: made.value }).where(eq(consultant.id, hostId))
  })
  const signedIn = await signIn({ ...credentials, request: new Request('http://localhost/desk/sign-in', { method: 'POST' }) })
  if (!signedIn.ok) throw new Error(signedIn.reason)
  return signedIn.value.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ')
}

const TYPE = {
  titleDa: 'Første samtale', titleEn: 'First talk', summaryDa: '', summaryEn: '', durationMinutes: 30, stepMinutes: 30,
  bufferBeforeMinutes: 0, bufferAfterMinutes: 0, noticeMinutes: 0, horizonDays: 30,
}
