import { join } from 'node:path'
import { readKept } from '../server/machine/kept-files.ts'
import { isOurs, isRunning, stopProcess } from '../server/machine/processes.ts'

/** Folder of our LiveKit server: its configuration, its log, and what to know it by after a crash of ours. */
export function liveKitFiles(folder: string) {
  return { config: join(folder, 'livekit.yaml'), pid: join(folder, 'pid'), log: join(folder, 'livekit.log') }
}

/** The process of an earlier start that still runs on this folder's configuration, or null. Never a stranger's. */
export async function findLeftOver(folder: string): Promise<number | null> {
  const { pid, config } = liveKitFiles(folder)
  const known = Number(await readKept(pid))
  return known > 0 && (await isOurs(known, ['livekit-server', config])) ? known : null
}

/** A first SIGTERM lets nobody in and waits for those inside; the second sends them away. */
export async function stopLiveKit(pid: number): Promise<void> {
  await stopProcess(pid, ['SIGTERM'], 200)
  if (isRunning(pid)) await stopProcess(pid, ['SIGTERM', 'SIGKILL'], 1_500)
}
