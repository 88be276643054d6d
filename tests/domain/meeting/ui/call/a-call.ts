import { createCall } from '#app/domain/meeting/ui/call/run-call.ts'
import type { Call } from '#app/domain/meeting/ui/call/call.ts'
import type { MediaDesk } from '#app/domain/meeting/ui/device/own-media.ts'
import { sceneFor } from '#app/domain/meeting/ui/previews/scene.ts'
import { doorView } from './door-view.ts'

/** A guest's call as a page makes it, before it is brought to life: no line, and nobody there. */
export function aCall(media: MediaDesk): Call {
  const { texts, ...scene } = sceneFor('guest', 'da')
  const livekit = { url: '/livekit', grant: null, state: 'ready', note: null } as const
  return createCall({ ...scene, door: doorView(), livekit, serverNow: 0, messages: { room: texts } }, media)
}
