import { createReadStream } from 'node:fs'
import { fileTypeFromFile } from 'file-type'

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** What may be handed over, each with the endings of its names: nothing that runs, on a computer or in a browser. */
const ENDINGS: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  [`${OFFICE}.wordprocessingml.document`]: ['docx'],
  [`${OFFICE}.spreadsheetml.sheet`]: ['xlsx'],
  [`${OFFICE}.presentationml.presentation`]: ['pptx'],
}

const TEXTS: Record<string, string> = { txt: 'text/plain', csv: 'text/csv', md: 'text/markdown' }

/**
 * What a file is by its first bytes, whatever its name says. Null for a kind that is not passed on, and where the name's
 * ending says another one. A name without an ending gets that of its kind.
 */
export async function findType(path: string, name: string): Promise<{ type: string; name: string } | null> {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? null
  const found = await fileTypeFromFile(path)
  if (!found) return ending !== null && TEXTS[ending] && (await isText(path)) ? { type: TEXTS[ending], name } : null
  const endings = ENDINGS[found.mime] ?? []
  if (ending === null && endings[0]) return { type: found.mime, name: `${name}.${endings[0]}` }
  return ending !== null && endings.includes(ending) ? { type: found.mime, name } : null
}

/** Text in any encoding of today has no control characters but these: tab, line feed, form feed, carriage return. */
async function isText(path: string): Promise<boolean> {
  for await (const piece of createReadStream(path)) {
    if (Buffer.isBuffer(piece) && piece.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false
  }
  return true
}
