import { createHash } from 'node:crypto'
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/types'

/**
 * Wraps better-auth's database adapter so that a session's token reaches the database as SHA-256 only.
 * A row that was asked for or written by token comes back with that token; one that was found in
 * another way carries the hash, from which no cookie can be made.
 */
export function hashSessionTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...adapter,
    ...hashing(adapter),
    transaction: (work) => adapter.transaction((tx) => work({ ...tx, ...hashing(tx) })),
  }
}

/** A token as it stands in the database. Tokens are random, so the hash needs no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

type Hashing = Omit<DBTransactionAdapter, 'id' | 'createSchema' | 'options'>

function hashing(adapter: DBTransactionAdapter): Hashing {
  return {
    create: async (query) => restore(await adapter.create({ ...query, data: hashIn(query.model, query.data) }), tokensIn(query)),
    findOne: async (query) => restore(await adapter.findOne(byHash(query)), tokensIn(query)),
    findMany: async <Row>(query: Parameters<DBTransactionAdapter['findMany']>[0]) =>
      (await adapter.findMany<Row>(byHash(query))).map((row) => restore(row, tokensIn(query))),
    count: (query) => adapter.count(byHash(query)),
    update: async (query) => restore(await adapter.update(writeByHash(query)), tokensIn(query)),
    updateMany: (query) => adapter.updateMany(writeByHash(query)),
    delete: (query) => adapter.delete(byHash(query)),
    deleteMany: (query) => adapter.deleteMany(byHash(query)),
    consumeOne: async (query) => restore(await adapter.consumeOne(byHash(query)), tokensIn(query)),
    incrementOne: async (query) => restore(await adapter.incrementOne(byHash(query)), tokensIn(query)),
  }
}

type Query = { model: string; where?: Where[]; data?: Record<string, unknown>; update?: Record<string, unknown> }

/** Every token that the query names in clear. */
function tokensIn(query: Query): string[] {
  if (query.model !== 'session') return []
  const asked = (query.where ?? []).filter((term) => term.field === 'token').flatMap((term) => term.value)
  return [...asked, query.data?.token, query.update?.token].filter((token) => typeof token === 'string')
}

function byHash<Asked extends Query>(query: Asked): Asked {
  if (query.model !== 'session' || !query.where) return query
  return { ...query, where: query.where.map((term) => (term.field === 'token' ? { ...term, value: hashValue(term.value) } : term)) }
}

function writeByHash<Asked extends Query & { update: Record<string, unknown> }>(query: Asked): Asked {
  return { ...byHash(query), update: hashIn(query.model, query.update) }
}

function hashIn<Row extends Record<string, unknown>>(model: string, row: Row): Row {
  return model === 'session' && typeof row.token === 'string' ? { ...row, token: hashToken(row.token) } : row
}

function hashValue(value: Where['value']): Where['value'] {
  if (typeof value === 'string') return hashToken(value)
  return Array.isArray(value) ? value.map((token) => hashToken(String(token))) : value
}

function restore<Row>(row: Row, tokens: string[]): Row {
  if (!hasToken(row)) return row
  const token = tokens.find((candidate) => hashToken(candidate) === row.token)
  if (token !== undefined) row.token = token
  return row
}

function hasToken<Row>(row: Row): row is Row & { token: string } {
  return typeof row === 'object' && row !== null && 'token' in row && typeof row.token === 'string'
}
