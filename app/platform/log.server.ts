import { env } from './env.server.ts'

type Level = 'error' | 'warn' | 'info'
const RANK = { silent: 0, error: 1, warn: 2, info: 3 } as const

/**
 * One line of JSON per event on standard output, errors on standard error.
 * Mail addresses, link keys and tokens are masked wherever they stand.
 */
export function log(level: Level, event: string, facts: Record<string, unknown> = {}): void {
  if (RANK[level] > RANK[env().LOG_LEVEL]) return
  const line = mask(JSON.stringify({ level, event, ...facts }, errorsAsText))
  if (level === 'error') process.stderr.write(`${line}\n`)
  else process.stdout.write(`${line}\n`)
}

/** Hides what a reader of logs must not learn: addresses, keys in links, JSON web tokens, passwords in URLs. */
export function mask(text: string): string {
  return text
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, '[token]')
    .replace(/(\/(?:answer|b|confirm|feed|j|o|setup|sign-in)\/(?:[0-9a-f-]{36}\/)?)[\w-]{20,}/g, '$1[key]')
    .replace(/(\/stop\/)[\w-]{20,}(?:\/[\w-]{20,})?/g, '$1[key]')
    .replace(/:\/\/([^:/@\s"]+):[^@/\s"]+@/g, '://$1:[password]@')
    .replace(/[\w.+-]+@([\w-]+\.)+[\w-]+/g, '[mail]')
}

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value
}
