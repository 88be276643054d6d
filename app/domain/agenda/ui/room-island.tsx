import { createRoot } from 'react-dom/client'
import { createCall, runCall } from '../../meeting/ui/call/run-call.ts'
import { createMediaDesk } from '../../meeting/ui/device/media-desk.ts'
import { browserStorage } from '../../meeting/ui/device/remembered.ts'
import { MeetingRoom } from './room/meeting-room.tsx'
import { ROOM_DATA, ROOM_ROOT, type RoomPageData } from './room/room-page-data.ts'

/** By then the socket is on its way, and the browser waits for the media server. */
const LINE_FIRST_MS = 60

/** Takes the place of what the server drew. The page carries its data, so nothing is fetched before the first picture. */
export function start(): void {
  const root = document.getElementById(ROOM_ROOT)
  const block = document.getElementById(ROOM_DATA)
  if (!root || !block) return
  const room: RoomPageData = JSON.parse(block.textContent ?? '')
  // What lets somebody in stands in the page no longer than it has to.
  block.remove()
  const call = createCall(room, createMediaDesk(browserStorage()))
  const draw = () => createRoot(root).render(<MeetingRoom room={room} call={call} />)
  runCall(call, room)
  // Whoever is inside already waits for a picture of the others, not of the page: it is drawn while the line is being opened.
  if (room.livekit.grant) setTimeout(draw, LINE_FIRST_MS)
  else draw()
}
