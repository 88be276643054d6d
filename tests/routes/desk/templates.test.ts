import { beforeAll, expect, test } from 'vitest'
import { saveTemplate } from '#app/domain/agenda/commands.server.ts'
import { findTemplate } from '#app/domain/agenda/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import * as one from '../../../app/routes/desk/template.tsx'
import * as all from '../../../app/routes/desk/templates.tsx'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { drawn, thrownBy } from '../../support/routes.ts'

useDatabase()

let cookie: string
let otherCookie: string
let templateId: string

beforeAll(async () => {
  setNow(NOW)
  const [{ hostId }, other] = [await makeMeeting(), await makeMeeting()]
  cookie = await signInHost(hostId)
  otherCookie = await signInHost(other.hostId)
  const items = [{ title: 'Velkommen', purpose: 'Vi siger goddag', minutes: 5 }, { title: 'Næste skridt', purpose: '', minutes: 10 }]
  templateId = await saveTemplate({ hostId, diagnosis: 'more-courses', locale: 'da', title: 'Mere træning', items }, NOW)
})

type Item = [title: string, purpose: string, minutes: string]

function send(intent: string, title: string, items: Item[], { as = cookie, id = templateId } = {}) {
  const body = new FormData()
  body.set('intent', intent)
  body.set('title', title)
  for (const [itemTitle, purpose, minutes] of items) {
    body.append('itemTitle', itemTitle)
    body.append('purpose', purpose)
    body.append('minutes', minutes)
  }
  const request = new Request('http://localhost/desk/templates/x', { method: 'POST', body, headers: { Cookie: as } })
  return one.action({ request, params: { templateId: id }, context: {} })
}

function get(path = '', as = cookie) {
  const headers = { Cookie: as, Accept: 'text/html' }
  return { request: new Request(`http://localhost/desk/templates${path}`, { headers }), params: { templateId }, context: {} }
}

test('the list tells how many points and minutes each agenda has', async () => {
  const { templates } = await all.loader(get())
  expect(templates).toMatchObject([{ title: 'Mere træning', count: 2, minutes: 15, language: 'da', diagnosis: 'more-courses' }])
})

test('an agenda that is saved is the one that new bookings get', async () => {
  const answered = await send('save', '  Ny   titel ', [['Første', 'Hvorfor', '7'], ['Anden', '', ' 12 ']])
  if (!(answered instanceof Response)) throw new Error('it was refused')
  expect([answered.status, answered.headers.get('Location')]).toEqual([303, `/desk/templates/${templateId}?saved`])
  expect(await findTemplate(templateId)).toMatchObject({
    title: 'Ny titel', items: [{ title: 'Første', purpose: 'Hvorfor', minutes: 7 }, { title: 'Anden', purpose: '', minutes: 12 }],
  })
  expect(await one.loader(get('/x?saved'))).toMatchObject({ isSaved: true, typed: { title: 'Ny titel' } })
})

test('everything that is wrong is named at once, everything typed is kept, and nothing is saved', async () => {
  const before = await findTemplate(templateId)
  const answered = drawn(await send('save', ' ', [['', 'Hvorfor', '5'], ['God', '', 'fem'], ['x'.repeat(300), '', '5'], ['God', '', '5']]))
  expect(answered.init?.status).toBe(422)
  expect(answered.data.faults).toEqual([
    { fault: 'empty-title' }, { fault: 'empty-item', item: 0 }, { fault: 'bad-minutes', item: 1 }, { fault: 'too-long', item: 2 },
  ])
  expect(answered.data.typed.items[1]).toMatchObject({ title: 'God', purpose: '', minutes: 'fem' })
  expect(await findTemplate(templateId)).toEqual(before)
})

test('an agenda without points is refused', async () => {
  const answered = drawn(await send('save', 'Tom', []))
  expect(answered.data.faults).toEqual([{ fault: 'no-items' }])
})

test('points are added, removed and moved without saving', async () => {
  const items: Item[] = [['A', 'a', '1'], ['B', 'b', '2'], ['C', 'c', '3']]
  const titlesAfter = async (intent: string) => {
    const answered = drawn(await send(intent, 'T', items))
    return answered.data.typed.items.map(({ title, minutes }) => title + minutes).join(' ')
  }
  expect(await titlesAfter('add')).toBe('A1 B2 C3 5')
  expect(await titlesAfter('remove:1')).toBe('A1 C3')
  expect(await titlesAfter('up:2')).toBe('A1 C3 B2')
  expect(await titlesAfter('down:0')).toBe('B2 A1 C3')
  for (const nonsense of ['up:0', 'down:2', 'remove:9', 'remove:x', 'dance']) expect(await titlesAfter(nonsense), nonsense).toBe('A1 B2 C3')
})

test('another consultant’s agenda does not exist, nor does one that never was', async () => {
  const typed: [string, Item[]] = ['Indbrud', [['A', '', '5']]]
  expect((await thrownBy(() => one.loader(get('/x', otherCookie)))).status).toBe(404)
  expect((await thrownBy(() => send('save', ...typed, { as: otherCookie }))).status).toBe(404)
  expect((await thrownBy(() => send('save', ...typed, { id: newId() }))).status).toBe(404)
  expect((await thrownBy(() => send('save', ...typed, { id: 'x' }))).status).toBe(404)
  expect((await all.loader(get('', otherCookie))).templates).toEqual([])
})

test('without signing in there is nothing to see or change', async () => {
  expect((await thrownBy(() => send('save', 'T', [['A', '', '5']], { as: '' }))).status).toBe(403)
  expect((await thrownBy(() => one.loader(get('/x', '')))).status).toBe(302)
  expect((await thrownBy(() => all.loader(get('', '')))).status).toBe(302)
})
