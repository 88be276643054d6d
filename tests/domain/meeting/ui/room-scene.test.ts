import { expect, test } from 'vitest'
import { DOOR, sceneFor } from '#app/domain/meeting/ui/previews/scene.ts'
import { sceneOf } from '#app/domain/meeting/ui/room-scene.ts'
import { messages } from '#app/i18n/messages.ts'

test('whoever the door names as host is the one that the scene shows, also after the page was loaded', () => {
  const { seat, meeting, links } = sceneFor('guest', 'da')
  const data = { seat, meeting, links, messages: messages('da'), serverNow: 0, livekit: { url: '', grant: null, state: 'ready', note: null } } as const
  const heir = { name: 'Thomas Lund', title: 'Konsulent', phone: '+45 12 34 56 78' }
  expect(sceneOf(data, DOOR).host).toEqual(DOOR.host)
  expect(sceneOf(data, { host: heir }).host).toEqual(heir)
})
