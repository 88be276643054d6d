import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderToString } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { listMessages } from '#app/domain/meeting/chat/queries.server.ts'
import { SaidList } from '#app/domain/meeting/ui/chat/said-list.tsx'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import * as chat from '../../../../app/routes/meeting/talk/chat.ts'
import * as files from '../../../../app/routes/meeting/talk/files.ts'
import { useDatabase } from '../../../support/database.ts'
import { PDF } from '../../../support/files.ts'
import { cookieOf, NOW } from '../../../support/meetings.ts'
import { makeLive } from '../../../support/room-feed.ts'
import { post } from '../../../support/routes.ts'

useDatabase()
beforeAll(() => {
  setNow(NOW)
  publishEnv({ FILES_DIR: mkdtempSync(join(tmpdir(), 'fremmode-files-')) })
})

test('a message and a file stand under the point that the meeting was at, whatever the browser says', async () => {
  const { host, guest, meetingId, items: [first = '', second = ''] } = await makeLive()
  const asGuest = { seatId: guest.seat.id, cookie: cookieOf(guest) }
  const say = (text: string) => post(chat.action, { ...asGuest, body: { id: newId(), text, itemId: second } })
  const moveOn = (itemId: string | null) => changeAgenda(host, { change: { kind: 'item-start', itemId }, changeId: newId(), now: NOW })
  await say('Før mødet')
  await moveOn(first)
  await say('Ved det første')
  const url = `http://localhost/files?${new URLSearchParams({ id: newId(), name: 'Tilbud.pdf' })}`
  expect((await post(files.action, { ...asGuest, url, body: PDF.toString(), headers: { 'Content-Type': 'application/octet-stream' } })).status).toBe(200)
  await moveOn(second)
  await say('Ved det andet')
  const said = await listMessages(meetingId)
  expect(said.map(({ itemId }) => itemId)).toEqual([null, first, first, second])

  const items = [{ id: first, title: 'Velkommen' }, { id: second, title: 'Pris' }]
  const html = renderToString(<SaidList said={said} seatId={guest.seat.id} items={items} reader={{ locale: 'da', timeZone: 'Europe/Copenhagen' }} />)
  expect([...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)).toEqual(['Velkommen', 'Pris'])
})
