import { createRoot } from 'react-dom/client'
import { CheckRoom } from './check-room.tsx'
import { CHECK_DATA, CHECK_ROOT, type CheckPageData } from './check-page-data.ts'

/** Takes the place of what the server drew. LiveKit's client is fetched only once the check is begun. */
export function start(): void {
  const root = document.getElementById(CHECK_ROOT)
  const block = document.getElementById(CHECK_DATA)
  if (!root || !block) return
  const page: CheckPageData = JSON.parse(block.textContent ?? '')
  createRoot(root).render(<CheckRoom page={page} />)
}
