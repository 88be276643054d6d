/**
 * Recordings wait in the browser's own file system (OPFS) until they are saved. Each part is a file of its own, closed
 * as soon as it is written, for what is not closed is gone with the page; so whatever happens, at most one part is lost.
 */
const FOLDER = 'recordings'
const ABOUT = 'about.json'
/** Held while a recording runs, so that another tab does not offer to delete it. */
const lockName = (id: string) => `fremmode.recording.${id}`

/** `owner`: the name of the host, so that who shares a browser is offered only their own. Times in epoch milliseconds. */
export type About = { id: string; recordingId: string; owner: string; startedAt: number; mimeType: string; extension: 'webm' | 'mp4' }
export type Kept = About & { parts: number }

/** Makes room for a recording. @throws {Error} when the browser gives no place, as in some private windows. */
export async function openShelf(about: About): Promise<{ add(part: Blob): Promise<void> }> {
  const folder = await (await allRecordings()).getDirectoryHandle(about.id, { create: true })
  await write(folder, ABOUT, JSON.stringify(about))
  let count = 0
  return {
    add(part) {
      count += 1
      return write(folder, `${String(count).padStart(6, '0')}.part`, part)
    },
  }
}

/**
 * What this host recorded in this browser and has not saved, oldest first. One that runs is not yet there to save; after
 * a reload the page before may hold it for a moment longer, so `hasRunning` is reason to look again.
 */
export async function listKept(owner: string): Promise<{ kept: Kept[]; hasRunning: boolean }> {
  const kept: Kept[] = []
  let hasRunning = false
  const shelf = await allRecordings()
  for await (const folder of shelf.values()) {
    const isHeld = await isRunning(folder.name)
    hasRunning ||= isHeld
    if (!isFolder(folder) || isHeld) continue
    const [about, parts] = [await readAbout(folder), (await partsOf(folder)).length]
    if (!about || parts === 0) await shelf.removeEntry(folder.name, { recursive: true }).catch(() => null)
    else if (about.owner === owner) kept.push({ ...about, parts })
  }
  return { kept: kept.sort((a, b) => a.startedAt - b.startedAt), hasRunning }
}

/** The whole recording; its parts stay on the disk until they are read. */
export async function openKept({ id, mimeType }: About): Promise<Blob> {
  const folder = await (await allRecordings()).getDirectoryHandle(id)
  const files = await Promise.all((await partsOf(folder)).map((part) => part.getFile()))
  return new Blob(files, { type: mimeType })
}

export async function removeKept(id: string): Promise<void> {
  await (await allRecordings()).removeEntry(id, { recursive: true })
}

/** Says to other tabs that this recording runs, until the answer is called or the page is gone. */
export function keepAwake(id: string): () => void {
  let release = () => {}
  void navigator.locks?.request(lockName(id), () => new Promise<void>((resolve) => { release = resolve }))
  return () => release()
}

async function isRunning(id: string): Promise<boolean> {
  const held = (await navigator.locks?.query())?.held ?? []
  return held.some(({ name }) => name === lockName(id))
}

async function allRecordings(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })
}

async function partsOf(folder: FileSystemDirectoryHandle): Promise<FileSystemFileHandle[]> {
  const parts: FileSystemFileHandle[] = []
  for await (const entry of folder.values()) if (isFile(entry) && entry.name.endsWith('.part')) parts.push(entry)
  return parts.sort((a, b) => a.name.localeCompare(b.name))
}

async function readAbout(folder: FileSystemDirectoryHandle): Promise<About | null> {
  try {
    const file = await (await folder.getFileHandle(ABOUT)).getFile()
    const about: unknown = JSON.parse(await file.text())
    return isAbout(about) ? about : null
  } catch {
    return null
  }
}

async function write(folder: FileSystemDirectoryHandle, name: string, content: Blob | string): Promise<void> {
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable()
  await writable.write(content)
  await writable.close()
}

function isAbout(value: unknown): value is About {
  return typeof value === 'object' && value !== null && 'owner' in value && 'startedAt' in value && 'mimeType' in value && 'id' in value
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory'
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file'
}
