import { describe, expect, test } from 'vitest'
import { doubledName, judgeRecord, policyNames, wantedRecords, zoneFileText, type RecordKind } from '#app/platform/dns/records.ts'

const KEY = `v=DKIM1; k=rsa; p=${'MIIB'.repeat(98)}`

function wanted(kind: RecordKind, smtpHost: string | null = 'mail.example.net') {
  const found = wantedRecords({ domain: 'moeder.example', selector: 'fremmode1', dkim: KEY, smtpHost }).find((record) => record.kind === kind)
  if (!found) throw new Error(kind)
  return found
}

function judge(kind: RecordKind, values: string[], smtpHost?: string | null) {
  return judgeRecord(wanted(kind, smtpHost), { isAnswered: true, values })
}

test('the records stand at the names where receivers look for them', () => {
  const records = wantedRecords({ domain: 'moeder.example', selector: 'fremmode1', dkim: KEY, smtpHost: 'mail.example.net' })
  expect(records).toEqual([
    { kind: 'dkim', name: 'fremmode1._domainkey.moeder.example', type: 'TXT', value: KEY },
    { kind: 'spf', name: 'moeder.example', type: 'TXT', value: 'v=spf1 a:mail.example.net ~all' },
    { kind: 'dmarc', name: '_dmarc.moeder.example', type: 'TXT', value: 'v=DMARC1; p=none; rua=mailto:postmaster@moeder.example' },
    { kind: 'mx', name: 'moeder.example', type: 'MX', value: null },
  ])
})

test.each([
  ['smtp.gmail.com', 'v=spf1 include:_spf.google.com ~all'], ['smtp-relay.gmail.com', 'v=spf1 include:_spf.google.com ~all'],
  ['smtp.office365.com', 'v=spf1 include:spf.protection.outlook.com ~all'],
  ['email-smtp.eu-north-1.amazonaws.com', 'v=spf1 include:amazonses.com ~all'],
  ['192.0.2.7', 'v=spf1 ip4:192.0.2.7 ~all'], ['[2001:db8::7]', 'v=spf1 ip6:2001:db8::7 ~all'],
  ['notgmail.com', 'v=spf1 a:notgmail.com ~all'],
  ['127.0.0.1', null], ['localhost', null], ['10.0.0.5', null], [null, null],
])('a mail server %s is named in SPF as %s', (host, value) => {
  expect(wanted('spf', host).value).toBe(value)
})

test('a long value is cut into strings that a zone file may hold, and they say the same together', () => {
  const text = zoneFileText(KEY)
  const parts = [...text.matchAll(/"([^"]*)"/g)].map(([, part]) => part ?? '')
  expect(parts.length).toBe(2)
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(255)
  expect(parts.join('')).toBe(KEY)
})

describe('DKIM', () => {
  test.each([
    [[KEY]], [[KEY.replace('v=DKIM1; ', '')]], [[KEY.replace('; k=rsa', '')]], [[`${KEY}; t=s`]], [[KEY.replace('MIIB', 'MI IB')]], [[`${KEY};h=sha1:sha256`]],
  ])('is right as %j', (values) => expect(judge('dkim', values).state).toBe('right'))

  test.each([
    [[KEY, KEY], 'several'], [[KEY.replace('MIIB', 'ZZZZ')], 'other-key'], [['v=DKIM1; p='], 'revoked'], [['hello'], 'not-a-key'],
    [[KEY.replace('DKIM1', 'DKIM2')], 'not-a-key'], [[`${KEY}; h=sha1`], 'other-key'], [[KEY.replace('k=rsa', 'k=ed25519')], 'other-key'],
  ])('of %j says what differs: %s', (values, why) => expect(judge('dkim', values)).toEqual({ state: 'differs', found: values, why }))
})

describe('SPF', () => {
  test('is right when the one record names the sending server, whatever else stands there', () => {
    expect(judge('spf', ['google-site-verification=1', 'v=spf1 include:other.example A:mail.example.net -all'])).toEqual({
      state: 'right', found: ['v=spf1 include:other.example A:mail.example.net -all'],
    })
    expect(judge('spf', ['v=spf1 +a:mail.example.net -all']).state).toBe('right')
  })
  test.each([
    [['v=spf1 mx -all'], 'lacks-sender'], [['v=spf1 -a:mail.example.net ~all'], 'lacks-sender'],
    [['v=spf1 a:mail.example.net ~all', 'v=spf1 mx -all'], 'several'],
  ])('of %j says what differs: %s', (found, why) => expect(judge('spf', found)).toEqual({ state: 'differs', found, why }))

  test('says so when nobody can know which server sends', () => {
    expect(judge('spf', ['v=spf1 mx -all'], '127.0.0.1')).toEqual({ state: 'undecided', found: ['v=spf1 mx -all'] })
    expect(judge('spf', ['v=spf1 mx -all', 'v=spf1 -all'], '127.0.0.1')).toMatchObject({ state: 'differs', why: 'several' })
  })
  test('is missing where only other things stand', () => expect(judge('spf', ['v=spf10 all']).state).toBe('missing'))
})

test('DMARC is right with any policy, and a record without one is none', () => {
  for (const policy of ['none', 'quarantine', 'reject']) expect(judge('dmarc', [`v=DMARC1; p=${policy}`]).state).toBe('right')
  expect(judge('dmarc', ['v=DMARC1; rua=mailto:a@b.example'])).toMatchObject({ state: 'differs', why: 'no-policy' })
  expect(judge('dmarc', ['v=DMARC1; p=none', 'v=DMARC1; p=reject'])).toMatchObject({ state: 'differs', why: 'several' })
})

test('any mail exchange will do, but one that says the domain takes no mail', () => {
  expect(judge('mx', ['10 mail.example.net', '20 spare.example.net']).state).toBe('right')
  expect(judge('mx', ['0 '])).toMatchObject({ state: 'differs', why: 'takes-no-mail' })
  expect(judge('mx', []).state).toBe('missing')
})

test('what could not be asked is neither right nor wrong', () => {
  expect(judgeRecord(wanted('mx'), { isAnswered: false, reason: 'no-answer' })).toEqual({ state: 'unasked', reason: 'no-answer' })
})

test('a policy may stand above, and a name may have got its domain twice', () => {
  expect(policyNames('a.b.example.com')).toEqual(['_dmarc.b.example.com', '_dmarc.example.com'])
  expect(policyNames('example.com')).toEqual([])
  expect(doubledName(wanted('dkim'), 'moeder.example')).toBe('fremmode1._domainkey.moeder.example.moeder.example')
  expect(doubledName(wanted('mx'), 'moeder.example')).toBeNull()
})
