/** A recording is written in parts of this length. */
export const PART_MS = 2_000

/** What a recording is written as. */
export type RecordingFormat = { mimeType: string; extension: 'webm' | 'mp4' }

/** VP8 and Opus cost the least to write and are read everywhere but on Apple's; MP4 is what Safari can write. */
const FORMATS: readonly RecordingFormat[] = [
  { mimeType: 'video/webm;codecs=vp8,opus', extension: 'webm' },
  { mimeType: 'video/webm', extension: 'webm' },
  { mimeType: 'video/mp4', extension: 'mp4' },
]

export function chooseFormat(isSupported: (mimeType: string) => boolean): RecordingFormat | null {
  return FORMATS.find(({ mimeType }) => isSupported(mimeType)) ?? null
}

/** The format that this browser records in; null where it can't record, or has no place of its own to write to. */
export function ownFormat(): RecordingFormat | null {
  const mayDraw = typeof HTMLCanvasElement !== 'undefined' && 'captureStream' in HTMLCanvasElement.prototype
  const mayWrite = typeof FileSystemFileHandle !== 'undefined' && 'createWritable' in FileSystemFileHandle.prototype
  const hasPlace = typeof navigator !== 'undefined' && typeof navigator.storage?.getDirectory === 'function'
  if (!mayDraw || !mayWrite || !hasPlace || typeof MediaRecorder === 'undefined') return null
  return chooseFormat((mimeType) => MediaRecorder.isTypeSupported(mimeType))
}

/** Such as `moede-2026-11-25-1000.webm`: digits and plain letters, which every system takes. */
export function fileNameOf(word: string, startedAt: Date, extension: RecordingFormat['extension']): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = [startedAt.getFullYear(), two(startedAt.getMonth() + 1), two(startedAt.getDate())].join('-')
  return `${word}-${date}-${two(startedAt.getHours())}${two(startedAt.getMinutes())}.${extension}`
}
