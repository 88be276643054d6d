import { createServer } from 'node:net'
import { afterEach, expect, inject, test } from 'vitest'
import { bringUpToDate, checkVersion, openDatabase } from '../../server/database.ts'
import { StartFault } from '../../server/machine/start-fault.ts'
import { withDatabaseName } from '../support/postgres-server.ts'

const pretenders: { close: () => void }[] = []
afterEach(() => pretenders.splice(0).forEach((server) => server.close()))

async function faultOf(url: string): Promise<string> {
  const fault = await openDatabase(url, '/nowhere', () => undefined).then(() => null, (error: unknown) => error)
  expect(fault).toBeInstanceOf(StartFault)
  return fault instanceof Error ? fault.message : ''
}

/** Somebody who takes connections on a port and answers as told. */
async function pretend(answer: (bytes: Buffer) => string): Promise<number> {
  const server = createServer((socket) => socket.on('data', (bytes) => socket.write(answer(bytes))).on('error', () => undefined))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  pretenders.push(server)
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

test('a database that works is used as it is', async () => {
  const database = await openDatabase(inject('postgresUrl'), '/nowhere', () => undefined)
  expect([database.url, database.pid(), database.isEmbedded]).toEqual([inject('postgresUrl'), null, false])
  await database.stop()
})

test('each way in which DATABASE_URL can be wrong has its own words, and none names the password', async () => {
  const real = inject('postgresUrl')
  const password = new URL(real).password
  const wrongPassword = real.replace(password, 'wrong-secret')
  const silent = await pretend(() => '')
  const cases: [string, RegExp][] = [
    [wrongPassword, /user or password is refused/],
    [withDatabaseName(real, 'nowhere'), /"nowhere" does not exist\. Create it first/],
    ['postgres://someone:wrong-secret@127.0.0.1:9/x', /nobody listens there/],
    ['postgres://someone:wrong-secret@no-such-host.invalid/x', /no such host/],
    [`postgres://someone:wrong-secret@127.0.0.1:${silent}/x`, /no answer within 5 s/],
    ['postgresql', /no address of a database/],
  ]
  for (const [url, words] of cases) {
    const line = await faultOf(url)
    expect(line).toMatch(words)
    expect(line).not.toContain('\n')
    expect(line).not.toContain('wrong-secret')
    expect(line).not.toContain(password)
  }
})

test('a database that can’t be brought up to date is told in one line', async () => {
  const fault = await bringUpToDate(withDatabaseName(inject('postgresUrl'), 'nowhere')).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(StartFault)
  expect(String(fault)).toContain('could not be brought up to date: database "nowhere" does not exist')
})

test('a PostgreSQL that is too old is refused by name', () => {
  expect(() => checkVersion(14)).toThrow('PostgreSQL 14; 15 or newer is needed')
  expect(() => checkVersion(15)).not.toThrow()
})
