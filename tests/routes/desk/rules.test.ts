import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { listWeeklyWindows } from '#app/domain/calendar/queries.server.ts'
import { getHostCaps, listBlocked, listDateOverrides, listKeptHolidays, listTimeOff, listTravel } from '#app/domain/calendar/rules/host-rules.server.ts'
import { listSchedules } from '#app/domain/calendar/rules/schedule.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import * as hours from '../../../app/routes/desk/hours.tsx'
import * as blocked from '../../../app/routes/desk/rules/blocked.tsx'
import * as caps from '../../../app/routes/desk/rules/caps.tsx'
import * as holidays from '../../../app/routes/desk/rules/holidays.tsx'
import * as schedules from '../../../app/routes/desk/rules/schedules.tsx'
import * as specialDays from '../../../app/routes/desk/rules/special-days.tsx'
import * as timeOff from '../../../app/routes/desk/rules/time-off.tsx'
import * as travel from '../../../app/routes/desk/rules/travel.tsx'
import * as why from '../../../app/routes/desk/rules/why.tsx'
import { makeDesk } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { drawn, thrownBy } from '../../support/routes.ts'

useDatabase()

const TODAY = '2026-11-25'
let hostId: string
let cookie: string
let stranger: string

beforeAll(async () => {
  setNow(NOW)
  hostId = await makeDesk()
  cookie = await signInHost(hostId)
  stranger = await signInHost((await makeMeeting()).hostId)
})

type Page<Answer> = { action: (args: ActionFunctionArgs) => Promise<Answer> }

function send<Answer>(page: Page<Answer>, fields: Record<string, string | string[]>, { as = cookie, query = '', params = {} } = {}): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  const request = new Request(`http://localhost/desk/hours${query}`, { method: 'POST', body, headers: { Cookie: as } })
  return page.action({ request, params, context: {} })
}

function open<Loaded>(page: { loader: (args: LoaderFunctionArgs) => Promise<Loaded> }, query = '', { as = cookie, params = {} } = {}): Promise<Loaded> {
  const request = new Request(`http://localhost/desk/hours${query}`, { headers: { Cookie: as, Accept: 'text/html' } })
  return page.loader({ request, params, context: {} })
}

const leadsTo = (answered: unknown) => (answered instanceof Response ? [answered.status, answered.headers.get('Location')] : answered)

test('time off is taken, listed, and taken back, by nobody but its owner', async () => {
  expect(leadsTo(await send(timeOff, { intent: 'add', firstDate: '2026-12-01', lastDate: '2026-12-04', note: 'Ferie' }))).toEqual([303, '/desk/hours/off?saved'])
  const { items, news } = await open(timeOff, '?saved')
  expect(news).toBe('Gemt.')
  expect(items).toMatchObject([{ what: 'tirsdag den 1. december 2026 – fredag den 4. december 2026', detail: 'Ferie' }])
  const id = items[0]?.id ?? ''
  await send(timeOff, { intent: 'remove', id }, { as: stranger })
  expect(await listTimeOff(hostId, TODAY)).toHaveLength(1)
  await send(timeOff, { intent: 'remove', id: 'not-an-id' })
  expect(leadsTo(await send(timeOff, { intent: 'remove', id }))).toEqual([303, '/desk/hours/off?removed'])
  expect(await listTimeOff(hostId, TODAY)).toEqual([])
})

test('what is wrong is named at its field, what was typed stays, and nothing is saved', async () => {
  const off = drawn(await send(timeOff, { intent: 'add', firstDate: '2026-12-04', lastDate: '2026-12-01', note: 'Ferie' }))
  expect([off.init?.status, off.data]).toEqual([422, {
    typed: { firstDate: '2026-12-04', lastDate: '2026-12-01', note: 'Ferie' }, faults: { lastDate: 'not-in-order' },
  }])
  const trip = drawn(await send(travel, { intent: 'add', firstDate: '2026-12-04', lastDate: '2026-12-05', timeZone: '' }))
  expect(trip.data.faults).toEqual({ timeZone: 'not-a-zone' })
  const day = drawn(await send(specialDays, { intent: 'add', date: '2026-12-04', hours: 'formiddag' }))
  expect(day.data.faults).toEqual({ hours: 'not-hours' })
  const time = drawn(await send(blocked, { intent: 'add', firstDate: '2026-12-04', start: '12', end: '11' }))
  expect(time.data.faults).toEqual({ end: 'not-in-order' })
  const cap = drawn(await send(caps, { maxPerDay: '0', maxPerWeek: '' }))
  expect([cap.init?.status, cap.data.faults]).toEqual([422, { maxPerDay: 'not-a-number' }])
  const name = drawn(await send(schedules, { intent: 'add', name: ' ' }))
  expect([name.init?.status, name.data.faults]).toEqual([422, { name: 'empty' }])
  expect([await listTimeOff(hostId, TODAY), await listTravel(hostId, TODAY), await listBlocked(hostId, NOW)]).toEqual([[], [], []])
})

test('journeys, blocked time, limits and holidays are saved as they were typed', async () => {
  await send(travel, { intent: 'add', firstDate: '2026-12-04', lastDate: '2026-12-05', timeZone: 'America/New_York' })
  await send(blocked, { intent: 'add', firstDate: '2026-12-04', start: '11', end: '12.30', title: 'Tandlæge' })
  await send(caps, { maxPerDay: '3', maxPerWeek: '' })
  await send(holidays, { holiday: ['christmas-day', 'good-friday', 'no-such-day'] })
  expect((await open(travel)).items).toMatchObject([{ detail: 'New York' }])
  expect((await open(blocked)).items).toMatchObject([{ what: expect.stringContaining('4. december 11.00 – 12.30'), detail: 'Tandlæge' }])
  expect([await getHostCaps(hostId), await listKeptHolidays(hostId)]).toEqual([{ maxPerDay: 3, maxPerWeek: null }, ['good-friday', 'christmas-day']])
  expect((await open(caps)).typed).toEqual({ maxPerDay: '3', maxPerWeek: '' })
  const lines = (await open(holidays)).lines
  expect(lines.filter(({ isKept }) => isKept).map(({ name }) => name)).toEqual(['langfredag', 'juledag'])
  expect(lines.find(({ key }) => key === 'great-prayer-day')).toBeUndefined()
})

test('a special day belongs to a schedule, and a schedule has hours of its own', async () => {
  const added = leadsTo(await send(schedules, { intent: 'add', name: 'Aften' }))
  const evenings = (await listSchedules(hostId)).find(({ name }) => name === 'Aften')?.id ?? ''
  expect(added).toEqual([303, `/desk/hours/schedules/${evenings}?saved`])
  expect(leadsTo(await send(specialDays, { intent: 'add', date: '2026-12-07', hours: '18-20' }, { query: `?schedule=${evenings}` })))
    .toEqual([303, `/desk/hours/days?schedule=${evenings}&saved`])
  expect(await listDateOverrides(hostId, evenings, TODAY)).toEqual([{ date: '2026-12-07', windows: [{ startMinute: 1080, endMinute: 1200 }] }])
  expect((await open(specialDays)).items).toEqual([])
  expect((await open(specialDays, `?schedule=${evenings}`)).items).toMatchObject([{ id: '2026-12-07', detail: '18.00–20.00' }])
  await send(specialDays, { intent: 'remove', id: '2026-12-07' }, { query: `?schedule=${evenings}` })
  expect(await listDateOverrides(hostId, evenings, TODAY)).toEqual([])
  const params = { scheduleId: evenings }
  await send(hours, { intent: 'save', weekday: '1', start: '18', end: '20' }, { params })
  expect((await open(hours, '', { params })).rows).toEqual([{ weekday: 1, start: '18.00', end: '20.00' }])
  expect((await listWeeklyWindows(hostId)).length).toBe(10)
})

test('the default schedule cannot be removed, another can, and a stranger\'s is not there', async () => {
  const [first, second] = await listSchedules(hostId)
  const kept = drawn(await send(schedules, { intent: 'remove', id: first?.id ?? '' }))
  expect([kept.init?.status, kept.data.refused]).toEqual([409, 'is-default'])
  await send(schedules, { intent: 'rename', id: second?.id ?? '', name: 'Sene tider' })
  expect((await open(schedules)).schedules.map(({ name }) => name)).toEqual(['', 'Sene tider'])
  const params = { scheduleId: second?.id ?? '' }
  expect((await thrownBy(() => send(hours, { intent: 'save' }, { as: stranger, params }))).status).toBe(404)
  expect((await thrownBy(() => open(hours, '', { as: stranger, params }))).status).toBe(404)
  expect(drawn(await send(schedules, { intent: 'remove', id: second?.id ?? '' }, { as: stranger })).data.refused).toBe('no-such-schedule')
  expect(leadsTo(await send(schedules, { intent: 'remove', id: second?.id ?? '' }))).toEqual([303, '/desk/hours/schedules?removed'])
})

test('a moment is explained in the consultant\'s language, or in the one that is asked for', async () => {
  const page = await open(why, '?date=2026-12-04&time=11.00&lang=en')
  expect([page.locale, page.why.typed.time, page.why.moment?.rulings.some(({ refuses }) => refuses)]).toEqual(['en', '11.00', true])
  expect((await open(why)).why).toMatchObject({ typed: { date: TODAY, time: '' }, moment: null, isActive: true })
})

test('nobody but the consultant reads or changes rules', async () => {
  for (const page of [timeOff, travel, blocked, caps, holidays, schedules, specialDays]) {
    expect((await thrownBy(() => send<unknown>(page, { intent: 'add' }, { as: '' }))).status).toBe(403)
  }
  for (const page of [timeOff, travel, blocked, caps, holidays, schedules, specialDays, why]) {
    expect((await thrownBy(() => open<unknown>(page, '', { as: '' }))).status).toBe(302)
  }
})
