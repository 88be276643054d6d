import { createRoot } from 'react-dom/client'
import { MeetingRoom } from './room/meeting-room.tsx'
import { ROOM_DATA, ROOM_ROOT, type RoomPageData } from './room/room-page-data.ts'

/** Takes the place of what the server drew. The page carries its data, so nothing is fetched before the first picture. */
export function start(): void {
  const root = document.getElementById(ROOM_ROOT)
  const block = document.getElementById(ROOM_DATA)
  if (!root || !block) return
  const room: RoomPageData = JSON.parse(block.textContent ?? '')
  createRoot(root).render(<MeetingRoom room={room} />)
}
