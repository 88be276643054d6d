import { existsSync, readdirSync } from 'node:fs'
import type { RequestHandler } from 'express'

/** Written beside a built file by the build: its text in fewer bytes, the smaller first. */
const ENCODINGS = [['br', '.br'], ['gzip', '.gz']] as const

/**
 * Answers with what the build has compressed already (RFC 9110 §12.5.3): smaller than what could be done while
 * somebody waits, and no work at each request. Whoever takes neither gets the file itself from the next handler.
 */
export function preferCompressed(folder: string): RequestHandler {
  const files = new Set(existsSync(folder) ? readdirSync(folder) : [])
  return (request, response, next) => {
    const name = request.path.slice(1)
    const offered = ENCODINGS.filter(([, ending]) => files.has(name + ending))
    if (offered.length === 0) return next()
    response.vary('Accept-Encoding')
    const chosen = offered.find(([encoding]) => request.acceptsEncodings(encoding) === encoding)
    if (!chosen) return next()
    const [encoding, ending] = chosen
    request.url = `/${name}${ending}`
    response.type(name.slice(name.lastIndexOf('.'))).set('Content-Encoding', encoding)
    next()
  }
}
