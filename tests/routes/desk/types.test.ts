import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { findMeetingType, findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { listOwnTypes } from '#app/domain/calendar/types/type-commands.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import * as typeHosts from '../../../app/routes/desk/types/type-hosts.tsx'
import * as typeList from '../../../app/routes/desk/types/type-list.tsx'
import * as typePart from '../../../app/routes/desk/types/type.tsx'
import { makeDesk } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { drawn, thrownBy } from '../../support/routes.ts'

useDatabase()

let [hostId, otherId, cookie, stranger, typeId] = ['', '', '', '', '']

beforeAll(async () => {
  setNow(NOW)
  hostId = await makeDesk()
  otherId = (await makeMeeting()).hostId
  cookie = await signInHost(hostId)
  stranger = await signInHost(otherId)
  typeId = (await findMeetingType('intro'))?.id ?? ''
})

type Asked = { section?: string; as?: string; id?: string }

function argsOf(init: RequestInit, { section, as = cookie, id = typeId }: Asked): ActionFunctionArgs {
  const request = new Request('http://localhost/desk/types', { ...init, headers: { Cookie: as, Accept: 'text/html' } })
  return { request, params: { typeId: id, ...(section ? { section } : {}) }, context: {} }
}

function formOf(fields: [string, string][]): RequestInit {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return { method: 'POST', body }
}

const send = (fields: [string, string][], asked: Asked = {}) => typePart.action(argsOf(formOf(fields), asked))
const locationOf = (answered: unknown) => (answered instanceof Response ? answered.headers.get('Location') : null)

test('each part of a type is saved by itself, and the rest stays', async () => {
  expect(locationOf(await send([['titleDa', 'Kaffe'], ['titleEn', 'Coffee'], ['isActive', 'yes'], ['needsApproval', 'yes']])))
    .toBe(`/desk/types/${typeId}?saved`)
  expect(locationOf(await send([['durationMinutes', '25'], ['stepMinutes', '15'], ['otherDurations', '50'], ['bufferAfterMinutes', '5']], { section: 'times' })))
    .toBe(`/desk/types/${typeId}/times?saved`)
  await send([['notice', '2'], ['noticeUnit', 'working'], ['horizonDays', '30'], ['maxPerWeek', '4']], { section: 'limits' })
  expect(await findMeetingType('intro')).toMatchObject({
    title: { da: 'Kaffe', en: 'Coffee' }, needsApproval: true, durationMinutes: 25, otherDurations: [50], stepMinutes: 15, bufferBeforeMinutes: 0,
    noticeMinutes: 120, noticeCounts: 'working', horizonDays: 30, horizonDate: null, maxPerDay: null, maxPerWeek: 4,
  })
  const page = await typePart.loader(argsOf({}, { section: 'times' }))
  expect(page.typed).toMatchObject({ titleDa: 'Kaffe', isActive: 'yes', durationMinutes: '25', otherDurations: '50', notice: '2', maxPerWeek: '4' })
})

test('reminders are written as one says them, and shown so again; none are none', async () => {
  const leads = async () => (await findMeetingType('intro'))?.reminderMinutes
  expect(await leads()).toEqual([1440, 60])
  expect((await typePart.loader(argsOf({}, { section: 'reminders' }))).typed.reminders).toBe('24 t, 1 t')
  expect(locationOf(await send([['reminders', '2 døgn, 45 min.']], { section: 'reminders' }))).toBe(`/desk/types/${typeId}/reminders?saved`)
  expect([await leads(), (await typePart.loader(argsOf({}, { section: 'reminders' }))).typed.reminders]).toEqual([[2880, 45], '2 døgn, 45 min.'])
  const answered = drawn(await send([['reminders', 'i god tid']], { section: 'reminders' }))
  expect([answered.init?.status, answered.data.faults, answered.data.typed.reminders]).toEqual([422, { reminders: 'not-leads' }, 'i god tid'])
  await send([['reminders', '']], { section: 'reminders' })
  expect(await leads()).toEqual([])
})

test('what is wrong is named at its field, what was typed stays, and nothing is saved', async () => {
  const answered = drawn(await send([['durationMinutes', 'en time'], ['stepMinutes', '15']], { section: 'times' }))
  expect([answered.init?.status, answered.data.faults, answered.data.typed.durationMinutes]).toEqual([422, { durationMinutes: 'not-a-number' }, 'en time'])
  expect((await findMeetingType('intro'))?.durationMinutes).toBe(25)
})

test('a new type gets an address of its own, and is not open yet', async () => {
  const add = (titleDa: string) => typeList.action(argsOf(formOf([['titleDa', titleDa], ['titleEn', 'Workshop']]), {}))
  const [first, second] = [locationOf(await add('Værksted')), locationOf(await add('Værksted'))]
  const types = (await listOwnTypes(hostId)).filter(({ titleDa }) => titleDa === 'Værksted')
  expect(types.map(({ slug, isActive }) => [slug, isActive])).toEqual([['vaerksted', false], ['vaerksted-2', false]])
  expect([first, second]).toEqual(types.map(({ id }) => `/desk/types/${id}`))
  expect(await findMeetingType('vaerksted')).toBeNull()
  expect(drawn(await add('')).data.faults).toEqual({ titleDa: 'empty' })
  expect((await typeList.loader(argsOf({}, {}))).types).toHaveLength(4)
})

test('hosts are chosen among the desks there are, and what the form says of others is nothing', async () => {
  const save = (fields: [string, string][], asked: Asked = {}) => typeHosts.action(argsOf(formOf(fields), asked))
  const answered = await save([['host', hostId], ['host', otherId], ['host', 'nobody'], [`weight-${otherId}`, '3'], ['assign', 'all']])
  expect(locationOf(answered)).toBe(`/desk/types/${typeId}/hosts?saved`)
  const type = await findMeetingTypeById(typeId)
  expect([type?.assign, type?.hosts.map((host) => [host.hostId, host.weight]).sort()]).toEqual(['all', [[hostId, 1], [otherId, 3]].sort()])
  const page = await typeHosts.loader(argsOf({}, {}))
  expect(page.typed.find((host) => host.hostId === otherId)).toEqual({ hostId: otherId, isChosen: true, weight: '3', scheduleId: '' })
  const none = drawn(await save([['assign', 'any']]))
  expect([none.init?.status, none.data.faults, none.data.assign]).toEqual([422, { hosts: 'empty' }, 'any'])
})

test('another\'s type, a part that there isn\'t and a wrong id are not there', async () => {
  for (const asked of [{ as: stranger }, { section: 'price' }, { section: 'hosts' }, { id: 'intro' }]) {
    expect((await thrownBy(() => send([], asked))).status).toBe(404)
    expect((await thrownBy(() => typePart.loader(argsOf({}, asked)))).status).toBe(404)
  }
  expect((await thrownBy(() => typeHosts.action(argsOf(formOf([]), { as: stranger })))).status).toBe(404)
  expect((await thrownBy(() => typeHosts.loader(argsOf({}, { as: stranger })))).status).toBe(404)
  expect((await thrownBy(() => send([], { as: '' }))).status).toBe(403)
  expect((await thrownBy(() => typeList.loader(argsOf({}, { as: '' })))).status).toBe(302)
})
