import type { Resolver } from 'node:dns/promises'
import { SECOND_MS } from '#app/kernel/time.ts'
import { env } from '../env.server.ts'
import { dkimRecordOf, findSigner } from '../smtp/dkim.server.ts'
import { mailDomain } from '../smtp/mail-domain.ts'
import { doubledName, judgeRecord, policyNames, wantedRecords, type Checked, type DnsAnswer, type MailSetUp, type WantedRecord } from './records.ts'
import { openNameResolver } from './resolver.server.ts'

const PATIENCE = { timeout: 2 * SECOND_MS, tries: 2 }
const NOTHING_THERE = ['ENODATA', 'ENOTFOUND']
const SERVER_FAILED = ['ESERVFAIL', 'EREFUSED', 'ENOTIMP', 'EFORMERR', 'EBADRESP']

/** Null while mails are not signed, as in a process that `npm start` did not start. */
export async function readMailSetUp(): Promise<MailSetUp | null> {
  const { MAIL_FROM, DKIM_SELECTOR: selector, SMTP_URL } = env()
  const signer = await findSigner()
  if (!signer) return null
  const domain = mailDomain(MAIL_FROM)
  const smtpHost = SMTP_URL ? new URL(SMTP_URL).hostname : null
  return { address: MAIL_FROM, domain, smtpHost, records: wantedRecords({ domain, selector, dkim: dkimRecordOf(signer), smtpHost }) }
}

/** Asks the name server about each record. What can't be asked is a finding too. */
export async function checkRecords({ domain, records }: MailSetUp): Promise<Checked[]> {
  const resolver = openNameResolver(PATIENCE)
  return Promise.all(records.map((wanted) => checkRecord(resolver, wanted, domain)))
}

async function checkRecord(resolver: Resolver, wanted: WantedRecord, domain: string): Promise<Checked> {
  const finding = judgeRecord(wanted, await askFor(resolver, wanted))
  if (finding.state !== 'missing') return { finding, elsewhere: null }
  for (const name of wanted.kind === 'dmarc' ? policyNames(domain) : []) {
    const above = judgeRecord(wanted, await askFor(resolver, { ...wanted, name }))
    if (above.state === 'right') return { finding: above, elsewhere: name }
  }
  const doubled = doubledName(wanted, domain)
  const misplaced = doubled ? judgeRecord(wanted, await askFor(resolver, { ...wanted, name: doubled })) : finding
  return { finding, elsewhere: misplaced.state === 'right' ? doubled : null }
}

async function askFor(resolver: Resolver, { name, type }: WantedRecord): Promise<DnsAnswer> {
  try {
    const values = type === 'TXT'
      ? (await resolver.resolveTxt(name)).map((strings) => strings.join(''))
      : (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`)
    return { isAnswered: true, values }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (NOTHING_THERE.includes(code)) return { isAnswered: true, values: [] }
    return { isAnswered: false, reason: SERVER_FAILED.includes(code) ? 'server-failed' : 'no-answer' }
  }
}
