import { beforeAll, expect, test } from 'vitest'
import { listWeeklyWindows } from '#app/domain/calendar/queries.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { action, loader } from '../../../app/routes/desk/hours.tsx'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { drawn, thrownBy } from '../../support/routes.ts'

useDatabase()

let hostId: string
let cookie: string

beforeAll(async () => {
  setNow(NOW)
  hostId = (await makeMeeting()).hostId
  cookie = await signInHost(hostId)
})

type Row = [weekday: number, start: string, end: string]

function send(intent: string, rows: Row[], as = cookie) {
  const body = new FormData()
  body.set('intent', intent)
  for (const [weekday, start, end] of rows) {
    body.append('weekday', String(weekday))
    body.append('start', start)
    body.append('end', end)
  }
  const request = new Request('http://localhost/desk/hours', { method: 'POST', body, headers: { Cookie: as } })
  return action({ request, params: {}, context: {} })
}

test('hours that are saved are the hours, and the page says so once', async () => {
  const answered = await send('save', [[1, '9', '12.00'], [1, '13:00', '16.30'], [3, '0900', '24.00']])
  expect(answered).toBeInstanceOf(Response)
  if (answered instanceof Response) expect([answered.status, answered.headers.get('Location')]).toEqual([303, '/desk/hours?saved'])
  expect(await listWeeklyWindows(hostId)).toEqual([
    { weekday: 1, startMinute: 540, endMinute: 720 }, { weekday: 1, startMinute: 780, endMinute: 990 },
    { weekday: 3, startMinute: 540, endMinute: 1440 },
  ])
  const request = new Request('http://localhost/desk/hours?saved', { headers: { Cookie: cookie } })
  const page = await loader({ request, params: {}, context: {} })
  expect([page.isSaved, page.rows.length, page.rows[2]?.end]).toEqual([true, 3, '24.00'])
})

test('what is wrong is named row by row, and nothing is saved', async () => {
  const before = await listWeeklyWindows(hostId)
  const answered = drawn(await send('save', [[1, '9.00', '8.00'], [2, 'ni', '12.00'], [3, '9.00', '']]))
  expect(answered.init?.status).toBe(422)
  expect(answered.data.faults).toEqual([[0, 'inverted'], [1, 'not-a-time'], [2, 'half-empty']])
  expect(answered.data.rows[1]).toEqual({ weekday: 2, start: 'ni', end: '12.00' })
  expect(await listWeeklyWindows(hostId)).toEqual(before)
})

test('adding, removing and copying rows keeps what was typed and saves nothing', async () => {
  const before = await listWeeklyWindows(hostId)
  const added = drawn(await send('add:1', [[1, '9.00', '12.00'], [2, '10', '11']]))
  expect(added.data.rows).toEqual([
    { weekday: 1, start: '9.00', end: '12.00' }, { weekday: 1, start: '', end: '' }, { weekday: 2, start: '10', end: '11' },
  ])
  const removed = drawn(await send('remove:0', [[1, '9.00', '12.00'], [2, '10', '11']]))
  const copied = drawn(await send('copy', [[1, '9.00', '12.00']]))
  expect(removed.data.rows).toEqual([{ weekday: 2, start: '10', end: '11' }])
  expect(copied.data.rows.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5])
  expect(await listWeeklyWindows(hostId)).toEqual(before)
})

test('nobody but the consultant reads or changes hours', async () => {
  expect((await thrownBy(() => send('save', [], ''))).status).toBe(403)
  const request = new Request('http://localhost/desk/hours', { headers: { Accept: 'text/html' } })
  const refused = await thrownBy(() => loader({ request, params: {}, context: {} }))
  expect([refused.status, refused.headers.get('Location')]).toEqual([302, '/desk/sign-in?to=%2Fdesk%2Fhours'])
})
