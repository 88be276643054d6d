/** Somebody's picture that could be recorded. */
export type PictureSource = { id: string; kind: 'screen' | 'camera'; isOwn: boolean; isSpeaking: boolean }

/**
 * Whose picture is recorded: what somebody shows, else whoever speaks, else who spoke last. The host's own face never
 * is; a pause changes nothing, so that the picture does not jump.
 * @param lastId the source that was recorded until now.
 */
export function mainSource<Source extends PictureSource>(sources: readonly Source[], lastId: string | null): Source | null {
  const screen = sources.find(({ kind, isOwn }) => kind === 'screen' && !isOwn) ?? sources.find(({ kind }) => kind === 'screen')
  if (screen) return screen
  const faces = sources.filter(({ isOwn }) => !isOwn)
  return faces.find(({ isSpeaking }) => isSpeaking) ?? faces.find(({ id }) => id === lastId) ?? faces[0] ?? null
}

/** Where a picture of one size lies whole and as large as it can in a frame of another, both in pixels. */
export function fitInside(picture: { width: number; height: number }, frame: { width: number; height: number }) {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  return { x: (frame.width - width) / 2, y: (frame.height - height) / 2, width, height }
}
