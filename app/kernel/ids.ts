/** A random UUID (RFC 9562 version 4), the key of every row. */
export function newId(): string {
  return crypto.randomUUID()
}

/**
 * An unguessable name of `bytes` random bytes as base64url, for room names and participant identities.
 * It says nothing about the person or the meeting, because it ends up in foreign logs.
 */
export function newOpaqueName(bytes = 18): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  return btoa(String.fromCharCode(...random)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Is this text a lower-case UUID? PostgreSQL refuses anything else with an error, so ask first. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}
