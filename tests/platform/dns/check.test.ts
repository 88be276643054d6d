import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkRecords, readMailSetUp } from '#app/platform/dns/check.server.ts'
import type { MailSetUp } from '#app/platform/dns/records.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { makeKeyFile } from '../../support/dkim.ts'
import { startNameServer, type NameServer, type Zone } from '../../support/name-server.ts'

const NAME = 'fremmode1._domainkey.moeder.example'
let server: NameServer
let setUp: MailSetUp

beforeAll(async () => {
  server = await startNameServer()
  publishEnv({
    DNS_SERVER: server.address, DKIM_PRIVATE_KEY_FILE: makeKeyFile(), MAIL_FROM: 'anna@moeder.example', SMTP_URL: 'smtps://me:word@smtp.gmail.com',
  })
  const read = await readMailSetUp()
  if (!read) throw new Error('mails are not signed')
  setUp = read
})
beforeEach(() => { server.asked.length = 0 })
afterAll(() => server.stop())

function valueOf(kind: string): string {
  return setUp.records.find((record) => record.kind === kind)?.value ?? ''
}

function allRight(): Zone {
  return {
    [NAME]: { TXT: [valueOf('dkim')] },
    'moeder.example': { TXT: ['something=else', valueOf('spf')], MX: ['10 mail.moeder.example', '20 spare.example.net'] },
    '_dmarc.moeder.example': { TXT: [valueOf('dmarc')] },
  }
}

async function states(zone: Zone): Promise<string[]> {
  server.say(zone)
  return (await checkRecords(setUp)).map(({ finding }) => finding.state)
}

test('what is shown, once set, is found right by a real name server, the key of more than 255 octets too', async () => {
  expect(valueOf('dkim').length).toBeGreaterThan(255)
  expect(await states(allRight())).toEqual(['right', 'right', 'right', 'right'])
  expect([...new Set(server.asked)].sort()).toEqual(['_dmarc.moeder.example', NAME, 'moeder.example'].sort())
})

test('names that are not there are missing', async () => {
  expect(await states({})).toEqual(['missing', 'missing', 'missing', 'missing'])
})

test('what stands there instead is told', async () => {
  server.say({ ...allRight(), 'moeder.example': { TXT: ['v=spf1 mx -all'], MX: ['0 .'] } })
  const [, spf, , mx] = await checkRecords(setUp)
  expect(spf?.finding).toEqual({ state: 'differs', found: ['v=spf1 mx -all'], why: 'lacks-sender' })
  expect(mx?.finding).toMatchObject({ state: 'differs', why: 'takes-no-mail' })
})

test('a server that fails, refuses or says nothing has told nothing, and nobody waits long for it', async () => {
  const startedAt = performance.now()
  expect(await states({ ...allRight(), [NAME]: 'servfail', '_dmarc.moeder.example': 'refused', 'moeder.example': 'silent' }))
    .toEqual(['unasked', 'unasked', 'unasked', 'unasked'])
  const [dkim, spf] = await checkRecords(setUp)
  expect([dkim?.finding, spf?.finding]).toEqual([{ state: 'unasked', reason: 'server-failed' }, { state: 'unasked', reason: 'no-answer' }])
  expect(performance.now() - startedAt).toBeLessThan(30_000)
}, 40_000)

test('a policy of the domain above counts, and a key whose name got its domain twice is found there', async () => {
  publishEnv({ MAIL_FROM: 'anna@mail.moeder.example' })
  const below = await readMailSetUp()
  if (!below) throw new Error('mails are not signed')
  const doubled = 'fremmode1._domainkey.mail.moeder.example.mail.moeder.example'
  server.say({ '_dmarc.moeder.example': { TXT: ['v=DMARC1; p=reject'] }, [doubled]: { TXT: [below.records[0]?.value ?? ''] } })
  const [dkim, , dmarc] = await checkRecords(below)
  expect(dkim).toEqual({ finding: { state: 'missing', found: [] }, elsewhere: doubled })
  expect(dmarc).toEqual({ finding: { state: 'right', found: ['v=DMARC1; p=reject'] }, elsewhere: '_dmarc.moeder.example' })
})

test('where mails are not signed there is nothing to set yet', async () => {
  publishEnv({ DKIM_PRIVATE_KEY_FILE: '' })
  expect(await readMailSetUp()).toBeNull()
})
