import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { saveTemplate } from '#app/domain/agenda/commands.server.ts'
import { addMeetingFile } from '#app/domain/agenda/prepare/files.server.ts'
import { sentFileOf } from '#app/domain/agenda/prepare/prepared-file.ts'
import { findTemplate, getAgenda, listTemplates } from '#app/domain/agenda/queries.server.ts'
import { FOR_ALL } from '#app/domain/agenda/template.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import * as file from '../../../app/routes/desk/prepare/file.ts'
import * as prepare from '../../../app/routes/desk/prepare/prepare.tsx'
import * as template from '../../../app/routes/desk/template.tsx'
import * as templates from '../../../app/routes/desk/templates.tsx'
import { useDatabase } from '../../support/database.ts'
import { PDF, PNG } from '../../support/files.ts'
import { cookieOf, makeMeeting, NOW, signInHost, type World } from '../../support/meetings.ts'
import { argumentsOf, ask, drawn, formOf, thrownBy } from '../../support/routes.ts'

useDatabase()

let world: World
let host: string
let otherHost: string

beforeAll(async () => {
  setNow(NOW)
  publishEnv({ FILES_DIR: mkdtempSync(join(tmpdir(), 'fremmode-files-')) })
  world = await makeMeeting()
  const other = await makeMeeting()
  ;[host, otherHost] = [await signInHost(world.hostId), await signInHost(other.hostId)]
})

function send(fields: Record<string, string>, cookie = host) {
  return prepare.action(argumentsOf({ params: { meetingId: world.meetingId }, cookie, method: 'POST', body: formOf(fields) }))
}

async function titles(): Promise<string[]> {
  return (await getAgenda(world.meetingId)).agenda.items.map(({ title }) => title)
}

test('the host adds, edits, moves and removes points without a script', async () => {
  const [first = '', second = ''] = world.items
  const itemId = newId()
  const steps: [Record<string, string>, string[]][] = [
    [{ intent: 'add-point', itemId, title: 'Nyt', minutes: '5', purpose: '' }, ['Velkommen', 'Hvad fylder hos jer', 'Nyt']],
    [{ intent: 'add-point', itemId, title: 'Nyt', minutes: '5', purpose: '' }, ['Velkommen', 'Hvad fylder hos jer', 'Nyt']],
    [{ intent: 'up-point', itemId }, ['Velkommen', 'Nyt', 'Hvad fylder hos jer']],
    [{ intent: 'down-point', itemId: first }, ['Nyt', 'Velkommen', 'Hvad fylder hos jer']],
    [{ intent: 'move-point', itemId: second, beforeItemId: itemId }, ['Hvad fylder hos jer', 'Nyt', 'Velkommen']],
    [{ intent: 'edit-point', itemId, title: 'Rettet', minutes: '7', purpose: 'Derfor' }, ['Hvad fylder hos jer', 'Rettet', 'Velkommen']],
    [{ intent: 'remove-point', itemId }, ['Hvad fylder hos jer', 'Velkommen']],
  ]
  for (const [fields, expected] of steps) {
    await expect(send(fields), fields.intent).rejects.toMatchObject({ status: 303 })
    expect(await titles(), fields.intent).toEqual(expected)
  }
})

test('a point that is typed on a page shown again by Back comes beside the one that was added from it', async () => {
  const before = await titles()
  const add = (title: string) => send({ intent: 'add-point', itemId, title, minutes: '5', purpose: '' })
  const itemId = newId()
  for (const title of ['Pris', 'Tid', 'Tid']) await expect(add(title)).rejects.toMatchObject({ status: 303 })
  expect(await titles()).toEqual([...before, 'Pris', 'Tid'])
})

test('what can’t be saved is said, with all that was typed', async () => {
  const [itemId = ''] = world.items
  const typed = { title: 'x'.repeat(100_000), minutes: '5', purpose: 'Derfor' }
  expect(drawn(await send({ intent: 'edit-point', itemId, ...typed })).data.refused).toMatchObject({ kind: 'point', itemId, reason: 'too-long', typed })
  const minutes = drawn(await send({ intent: 'edit-point', itemId, title: 'Punkt', minutes: 'fem', purpose: '' }))
  expect([minutes.init?.status, minutes.data.refused]).toMatchObject([422, { reason: 'bad-minutes', typed: { minutes: 'fem' } }])
  const gone = drawn(await send({ intent: 'edit-point', itemId: newId(), title: 'Væk', minutes: '5', purpose: '' }))
  expect([gone.init?.status, gone.data.refused]).toMatchObject([409, { itemId: null, reason: 'no-such-item', typed: { title: 'Væk' } }])
  expect(drawn(await send({ intent: 'noget' })).init?.status).toBe(400)
})

test('another consultant and a guest neither see nor change it, nor read its files', async () => {
  const sent = sentFileOf(new File([new Uint8Array(PDF)], 'Tal.pdf'))
  const added = await addMeetingFile(world.guest, sent, NOW)
  const params = { meetingId: world.meetingId, fileId: added.ok ? added.value : '' }
  expect((await ask(file.loader, { params, cookie: host })).status).toBe(200)
  for (const [cookie, status] of [[otherHost, 404], [cookieOf(world.guest), 403], ['', 403]] as const) {
    expect((await ask(file.loader, { params, cookie })).status).toBe(status)
    expect((await ask(prepare.loader, { params, cookie })).status).toBe(status)
    expect((await thrownBy(() => send({ intent: 'remove-point', itemId: world.items[0] ?? '' }, cookie))).status).toBe(status)
  }
  expect((await ask(file.loader, { params: { ...params, fileId: newId() }, cookie: host })).status).toBe(404)
})

function templateForm(given: Record<string, string | File>, titles = ['Punkt']): FormData {
  const form = new FormData()
  form.set('title', 'Navn')
  titles.forEach((title, index) => {
    form.append('key', String(index))
    form.append('itemTitle', title)
    form.append('minutes', '5')
  })
  for (const [name, value] of Object.entries(given)) form.set(name, value)
  return form
}

test('a template keeps a document, whichever button sent it, and refuses what is no PDF', async () => {
  const id = await saveTemplate({ hostId: world.hostId, diagnosis: 'more-courses', locale: 'da', title: 'Navn', items: [] }, NOW)
  const submit = (body: FormData) => template.action(argumentsOf({ params: { templateId: id }, cookie: host, method: 'POST', body }))
  const document = new File([new Uint8Array(PDF)], 'Vaner.pdf')
  const added = drawn(await submit(templateForm({ intent: 'add', 'document-0': document, questions: 'Hvad?' })))
  const documentId = added.data.typed.items[0]?.documentId ?? ''
  expect(added.data.documents[documentId]).toBe('Vaner.pdf')
  await submit(templateForm({ intent: 'save', documentId, questions: 'Hvad?', layout: 'share', 'asksConsent-0': 'on' }))
  expect((await findTemplate(id))?.items).toEqual([{ title: 'Punkt', purpose: '', minutes: 5, questions: 'Hvad?', layout: 'share', asksConsent: true, documentId }])
  const refused = drawn(await submit(templateForm({ intent: 'save', 'document-0': new File([new Uint8Array(PNG)], 'a.pdf'), notes: 'Behold mig' })))
  expect(refused).toMatchObject({ init: { status: 422 }, data: { faults: [{ fault: 'document', item: 0 }], typed: { items: [{ notes: 'Behold mig' }] } } })
  await submit(templateForm({ intent: 'save', documentId: newId() }))
  expect((await findTemplate(id))?.items[0]?.documentId).toBeUndefined()
  const flood = templateForm({ intent: 'save' }, Array.from({ length: 10_000 }, () => 'Punkt'))
  expect((await thrownBy(() => submit(flood))).status).toBe(413)
})

test('one agenda for all answers is made once, and can be deleted again; the others can’t', async () => {
  const make = () => thrownBy(() => templates.action(argumentsOf({ cookie: host, method: 'POST', body: formOf({ language: 'da' }) })))
  expect([(await make()).status, (await make()).status]).toEqual([303, 303])
  const forAll = (await listTemplates(world.hostId)).filter(({ diagnosis }) => diagnosis === FOR_ALL)
  expect(forAll).toHaveLength(1)
  for (const { id } of await listTemplates(world.hostId)) {
    await thrownBy(() => template.action(argumentsOf({ params: { templateId: id }, cookie: host, method: 'POST', body: formOf({ intent: 'delete' }) })))
  }
  expect((await listTemplates(world.hostId)).map(({ diagnosis }) => diagnosis)).toEqual(['more-courses'])
})
