import { fileNameOf } from '../capture/format.ts'
import { openKept, type Kept } from './shelf.ts'

/** saved: all of it is where the person chose. offered: the browser took it as a download, whose end no page is told. */
export type Saved = 'saved' | 'offered' | 'cancelled' | 'failed'

type Picker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>

/** Copies a recording to where the person wants it: by the browser's own picker, or as a download where it has none. */
export async function saveKept(kept: Kept, word: string): Promise<Saved> {
  const name = fileNameOf(word, new Date(kept.startedAt), kept.extension)
  try {
    const pick = filePicker()
    if (!pick) return download(await openKept(kept), name)
    const target = await pick({ suggestedName: name })
    await (await openKept(kept)).stream().pipeTo(await target.createWritable())
    return 'saved'
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError' ? 'cancelled' : 'failed'
  }
}

function download(recording: Blob, name: string): Saved {
  const href = URL.createObjectURL(recording)
  Object.assign(document.createElement('a'), { href, download: name }).click()
  return 'offered'
}

/** Not in TypeScript's own description of the browser yet (WICG File System Access). */
function filePicker(): Picker | null {
  const pick: unknown = Object.getOwnPropertyDescriptor(window, 'showSaveFilePicker')?.value
  return isPicker(pick) ? (options) => pick.call(window, options) : null
}

function isPicker(value: unknown): value is Picker {
  return typeof value === 'function'
}
