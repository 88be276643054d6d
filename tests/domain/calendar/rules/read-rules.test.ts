import { beforeEach, expect, test } from 'vitest'
import { findCalendarVersion, findMeetingType, listOpenSlots, readSlotRules } from '#app/domain/calendar/queries.server.ts'
import {
  addBlocked, addTimeOff, addTravel, getHostCaps, keepHolidays, listBlocked, listDateOverrides, listKeptHolidays, listTimeOff, listTravel,
  removeRule, saveHostCaps,
} from '#app/domain/calendar/rules/host-rules.server.ts'
import {
  addSchedule, listSchedules, makeDefaultSchedule, removeSchedule, renameSchedule, replaceWeeklyHours, saveDateOverride,
} from '#app/domain/calendar/rules/schedule.server.ts'
import { readWhy } from '#app/domain/calendar/rules/why.server.ts'
import { saveType, saveTypeHosts } from '#app/domain/calendar/types/type-commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, isoDate, isoInstant } from '#app/kernel/time.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { db } from '#db/client.server.ts'
import { consultant } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW } from '../../../support/meetings.ts'

const database = useDatabase()
let hostId: string

beforeEach(async () => {
  await database.reset()
  hostId = await makeDesk()
})

/** Monday 21 December 2026 and the days after it: Christmas is on Thursday, Friday and Saturday. */
const MONDAY = Date.UTC(2026, 11, 20, 23)
const HOME = 'Europe/Copenhagen'

async function slotsOf(slug = 'intro', from = MONDAY, days = 7): Promise<number[]> {
  const type = await findMeetingType(slug)
  if (!type) throw new Error('it is there')
  return (await listOpenSlots({ type, now: NOW, from, to: from + days * DAY_MS })).map(({ startsAt }) => startsAt)
}

const datesOf = (starts: number[]) => [...new Set(starts.map((at) => isoDate(at, HOME).slice(5)))]

test('holidays are days off until the consultant says otherwise', async () => {
  expect(datesOf(await slotsOf())).toEqual(['12-21', '12-22', '12-23'])
  const kept = await listKeptHolidays(hostId)
  await keepHolidays(hostId, kept.filter((holiday) => holiday !== 'christmas-eve'))
  expect(datesOf(await slotsOf())).toEqual(['12-21', '12-22', '12-23', '12-24'])
  expect(await listKeptHolidays(hostId)).not.toContain('christmas-eve')
})

test('a special day opens a holiday, closes a working day, and goes back to the weekly hours when it is removed', async () => {
  const [schedule] = await listSchedules(hostId)
  const save = (date: string, windows: { startMinute: number; endMinute: number }[] | null) =>
    saveDateOverride(hostId, schedule?.id ?? '', { date, windows })
  await save('2026-12-24', [{ startMinute: 600, endMinute: 660 }])
  await save('2026-12-22', [])
  expect(datesOf(await slotsOf())).toEqual(['12-21', '12-23', '12-24'])
  expect((await slotsOf()).slice(-2).map(isoInstant)).toEqual(['2026-12-24T09:00:00Z', '2026-12-24T09:30:00Z'])
  expect(await listDateOverrides(hostId, schedule?.id ?? '', '2026-12-23')).toEqual([{ date: '2026-12-24', windows: [{ startMinute: 600, endMinute: 660 }] }])
  await save('2026-12-22', null)
  expect(datesOf(await slotsOf())).toContain('12-22')
})

test('time off closes its days, special days too, and is gone when it is removed', async () => {
  const [schedule] = await listSchedules(hostId)
  await saveDateOverride(hostId, schedule?.id ?? '', { date: '2026-12-22', windows: [{ startMinute: 600, endMinute: 660 }] })
  await addTimeOff(hostId, { firstDate: '2026-12-21', lastDate: '2026-12-22', note: 'Jul' })
  expect(datesOf(await slotsOf())).toEqual(['12-23'])
  const [off] = await listTimeOff(hostId, '2026-12-22')
  expect(off).toMatchObject({ firstDate: '2026-12-21', note: 'Jul' })
  expect(await listTimeOff(hostId, '2026-12-23')).toEqual([])
  await removeRule(hostId, 'time-off', off?.id ?? '')
  expect(datesOf(await slotsOf())).toEqual(['12-21', '12-22', '12-23'])
})

test('on a journey hours are read on the clock there, and of two the one that begins first holds', async () => {
  await addTravel(hostId, { firstDate: '2026-12-22', lastDate: '2026-12-22', timeZone: 'Asia/Tokyo' })
  await addTravel(hostId, { firstDate: '2026-12-21', lastDate: '2026-12-22', timeZone: 'America/New_York' })
  const [first] = await slotsOf()
  expect(isoInstant(first ?? 0)).toBe('2026-12-21T14:00:00Z')
  expect((await slotsOf()).filter((at) => isoDate(at, HOME) === '2026-12-22').map(isoInstant)[0]).toBe('2026-12-22T14:00:00Z')
  expect((await listTravel(hostId, '2026-12-01')).map(({ timeZone }) => timeZone)).toEqual(['America/New_York', 'Asia/Tokyo'])
})

test('blocked time is closed, however long ago it began', async () => {
  await addBlocked(hostId, { startsAt: MONDAY - 300 * DAY_MS, endsAt: MONDAY + DAY_MS, title: null })
  await addBlocked(hostId, { startsAt: Date.UTC(2026, 11, 22, 8), endsAt: Date.UTC(2026, 11, 22, 14), title: 'Tandlæge' })
  expect(datesOf(await slotsOf())).toEqual(['12-22', '12-23'])
  expect((await slotsOf()).filter((at) => isoDate(at, HOME) === '2026-12-22').map(isoInstant)).toEqual(['2026-12-22T14:00:00Z', '2026-12-22T14:30:00Z'])
  expect((await listBlocked(hostId, MONDAY + DAY_MS + 1)).map(({ title }) => title)).toEqual(['Tandlæge'])
})

test('a type follows the schedule that it is given, and falls back when that one is removed', async () => {
  const evenings = await addSchedule(hostId, 'Aften')
  await replaceWeeklyHours(hostId, [{ weekday: 1, startMinute: 1080, endMinute: 1200 }], evenings)
  const type = await findMeetingType('intro')
  const times = { durationMinutes: 30, otherDurations: [45], stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 15 }
  await saveType(hostId, type?.id ?? '', { ...times, scheduleId: evenings })
  expect((await slotsOf()).map(isoInstant)).toEqual(['2026-12-21T17:00:00Z', '2026-12-21T17:30:00Z', '2026-12-21T18:00:00Z', '2026-12-21T18:30:00Z'])
  expect(datesOf(await slotsOf('sparring'))).toEqual(['12-21', '12-22', '12-23'])
  expect(await removeSchedule(hostId, evenings)).toMatchObject({ ok: true })
  expect(datesOf(await slotsOf())).toEqual(['12-21', '12-22', '12-23'])
})

test('there is always one default schedule, and a schedule of another is nobody\'s', async () => {
  const [first] = await listSchedules(hostId)
  const second = await addSchedule(hostId, 'Sommer')
  await renameSchedule(hostId, second, 'Sommertid')
  expect(await removeSchedule(hostId, first?.id ?? '')).toEqual({ ok: false, reason: 'is-default' })
  expect(await makeDefaultSchedule(hostId, second)).toMatchObject({ ok: true })
  expect((await listSchedules(hostId)).map(({ name, isDefault }) => [name, isDefault])).toEqual([['Sommertid', true], ['', false]])
  const stranger = newId()
  expect(await makeDefaultSchedule(hostId, stranger)).toEqual({ ok: false, reason: 'no-such-schedule' })
  expect(await replaceWeeklyHours(hostId, [], stranger)).toEqual({ ok: false, reason: 'no-such-schedule' })
  expect(await saveDateOverride(hostId, stranger, { date: '2026-12-24', windows: [] })).toEqual({ ok: false, reason: 'no-such-schedule' })
})

test('every change of a rule gives the calendar a new version', async () => {
  const [schedule] = await listSchedules(hostId)
  const id = schedule?.id ?? ''
  const changes = [
    () => replaceWeeklyHours(hostId, []), () => saveDateOverride(hostId, id, { date: '2026-12-24', windows: [] }),
    () => addTimeOff(hostId, { firstDate: '2026-12-24', lastDate: '2026-12-24', note: null }), () => keepHolidays(hostId, []),
    () => addTravel(hostId, { firstDate: '2026-12-24', lastDate: '2026-12-24', timeZone: 'UTC' }), () => removeRule(hostId, 'travel', newId()),
    () => addBlocked(hostId, { startsAt: MONDAY, endsAt: MONDAY + 1, title: null }),
    () => saveHostCaps(hostId, { maxPerDay: 1, maxPerWeek: null }),
    () => addSchedule(hostId, 'Aften'), () => makeDefaultSchedule(hostId, id),
  ]
  const versions = new Set([await findCalendarVersion('intro')])
  for (const change of changes) {
    await change()
    versions.add(await findCalendarVersion('intro'))
  }
  expect(versions.size).toBe(changes.length + 1)
  expect(await getHostCaps(hostId)).toEqual({ maxPerDay: 1, maxPerWeek: null })
})

test('a day is explained by the same rules, and one without starts by its noon', async () => {
  await bookSlot(askFor(), NOW)
  await addTimeOff(hostId, { firstDate: '2026-12-21', lastDate: '2026-12-21', note: 'Jul' })
  const host = { id: hostId, timeZone: HOME }
  const thursday = await readWhy(host, { date: '2026-11-26', time: '' }, NOW)
  const open = new Set(await slotsOf('intro', THURSDAY_TEN - 10 * 3_600_000, 1))
  for (const { at, refusals } of thursday.candidates) expect(refusals.length === 0).toBe(open.has(at))
  expect(thursday.candidates.filter(({ at }) => open.has(at))).toHaveLength(open.size)
  expect(thursday.candidates.find(({ at }) => at === THURSDAY_TEN)?.refusals.map(({ rule }) => rule)).toEqual(['booking'])
  const off = await readWhy(host, { date: '2026-12-21' }, NOW)
  expect([off.candidates, off.moment?.rulings.filter(({ refuses }) => refuses).map(({ rule }) => rule)]).toEqual([[], ['hours']])
  expect(await readWhy(host, { date: 'i går', time: 'ti' }, NOW)).toMatchObject({ faults: { date: 'not-a-date', time: 'not-a-time' }, moment: null })
})

test('a colleague\'s notes are not told, but that the time is blocked is', async () => {
  const colleague = newId()
  await db().insert(consultant).values({ ...CAST.consultant, locale: 'da', timeZone: HOME, id: colleague })
  await replaceWeeklyHours(colleague, [{ weekday: 4, startMinute: 540, endMinute: 720 }])
  const type = await findMeetingType('intro')
  const hosts = [hostId, colleague].map((id) => ({ hostId: id, weight: 1, scheduleId: null }))
  await saveTypeHosts(hostId, type?.id ?? '', { assign: 'all', hosts })
  for (const [id, title] of [[hostId, 'Min'], [colleague, 'Hemmelig']] as const) {
    await addBlocked(id, { startsAt: THURSDAY_TEN, endsAt: THURSDAY_TEN + 1, title })
  }
  const { moment } = await readWhy({ id: hostId, timeZone: HOME }, { date: '2026-11-26', time: '10' }, NOW)
  const told = moment?.rulings.flatMap((ruling) => (ruling.rule === 'busy' ? [[ruling.hostId === colleague, ruling.interval?.title]] : []))
  expect(told).toEqual([[false, 'Min'], [true, null]])
})

test('what is read follows the range, not the history', async () => {
  for (let year = 1; year < 30; year++) {
    await addBlocked(hostId, { startsAt: MONDAY - year * 200 * DAY_MS, endsAt: MONDAY - year * 200 * DAY_MS + 1, title: null })
    await addTimeOff(hostId, { firstDate: `${2026 - year}-07-01`, lastDate: `${2026 - year}-07-20`, note: null })
  }
  const type = await findMeetingType('intro')
  const rules = type && await readSlotRules({ type, now: NOW, from: MONDAY, to: MONDAY + DAY_MS })
  expect(rules?.hosts[0]).toMatchObject({ busy: [], timeOff: [], travel: [], overrides: [] })
  expect(rules?.hosts[0]?.holidays?.map(({ name }) => name)).toEqual(['christmas-eve', 'christmas-day'])
})
