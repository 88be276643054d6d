import { createStore, type Store } from '#app/ui/island/store.ts'
import { ownFormat, type RecordingFormat } from './capture/format.ts'
import type { Running } from './capture/record.ts'
import type { Kept } from './kept/shelf.ts'

/** What this browser has of its own: recordings that wait to be saved, and what is just being done. */
export type RecordingLocal = {
  /** The browser writes, or is just starting or ending to. */
  isBusy: boolean
  hasFailed: boolean
  kept: Kept[]
  /** The recording that is being saved, or was offered as a download. */
  saving: { id: string; state: 'saving' | 'offered' | 'failed' } | null
}

export type RecordingDesk = {
  store: Store<RecordingLocal>
  /** Null where this browser can't record. */
  format: RecordingFormat | null
  running: Running | null
  /** Whose recordings are offered here; empty for guests, who have none. */
  owner: string
}

const LOOK_AGAIN_MS = 2_000

export function createRecordingDesk(owner: string): RecordingDesk {
  const store = createStore<RecordingLocal>({ isBusy: false, hasFailed: false, kept: [], saving: null })
  return { owner, format: ownFormat(), running: null, store }
}

/** Recordings of this host that wait to be saved, also from before a reload or a crash. */
export async function lookForKept(desk: RecordingDesk): Promise<void> {
  if (desk.owner === '' || desk.format === null) return
  const { listKept } = await import('./kept/shelf.ts')
  const { kept, hasRunning } = await listKept(desk.owner).catch(() => ({ kept: [], hasRunning: false }))
  changeLocal(desk, { kept })
  if (hasRunning && !desk.running) setTimeout(() => void lookForKept(desk), LOOK_AGAIN_MS)
}

export function changeLocal(desk: RecordingDesk, part: Partial<RecordingLocal>): void {
  desk.store.write({ ...desk.store.read(), ...part })
}
