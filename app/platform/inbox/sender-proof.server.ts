import { authenticate, type AuthenticateResult, type DNSResolver } from 'mailauth'
import { addressParser } from 'postal-mime'
import { SECOND_MS } from '#app/kernel/time.ts'
import { openNameResolver } from '../dns/resolver.server.ts'
import { env } from '../env.server.ts'
import { mailDomain } from '../smtp/mail-domain.ts'
import { headersOf, headerValue, type HeaderLine } from './headers.ts'

/** unknown: the names could not be asked now, so another try may prove it. */
export type SenderProof = { address: string | null; proof: 'proven' | 'unproven' | 'unknown' }

const ANSWER_LIMIT_MS = 5 * SECOND_MS
const TOTAL_LIMIT_MS = 30 * SECOND_MS
/** Nobody lives there (RFC 2606 §2), so nobody is asked about it. */
const NOBODY = { ip: '0.0.0.0', helo: 'nobody.invalid', sender: 'nobody@nobody.invalid' }

/**
 * Is the one address in From the sender's? Proven by DMARC (RFC 7489 §3.1), or where a domain has no DMARC record by an
 * aligned signature or SPF pass (RFC 6376, RFC 7208). A signature counts when it covers the whole body.
 * What our own mail server wrote down is believed only where a setting names that server: a sender can write the same.
 * @param raw the whole message.
 */
export async function proveSender(raw: Buffer): Promise<SenderProof> {
  const headers = headersOf(raw)
  const address = readFrom(headers)
  if (address === null) return { address, proof: 'unproven' }
  const told = toldByOurs(headers, address)
  if (told !== null) return { address, proof: told ? 'proven' : 'unproven' }
  const client = clientOf(headers)
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), TOTAL_LIMIT_MS).unref())
  const asked = authenticate(raw, { ...(client ?? NOBODY), resolver: openResolver(), disableArc: true, disableBimi: true })
  const result = await Promise.race([asked, late])
  return { address, proof: result ? judge(result, address) : 'unknown' }
}

function judge({ dkim, spf, dmarc }: AuthenticateResult, address: string): SenderProof['proof'] {
  if (dkim.headerFrom.length !== 1 || dkim.headerFrom[0]?.toLowerCase() !== address || !dmarc) return 'unproven'
  const isSigned = dkim.results.some(({ status }) => (
    status.result === 'pass' && Boolean(status.aligned) && !status.underSized && /-sha256$/.test(String(status.header?.a))
  ))
  const isSent = spf !== false && spf.status.result === 'pass' && dmarc.status.result === 'pass' && Boolean(dmarc.alignment.spf.result)
  const isAllowed = dmarc.status.result === 'pass' || dmarc.status.result === 'none'
  if (isAllowed && (isSigned || isSent)) return 'proven'
  const all = [dmarc.status, ...dkim.results.map(({ status }) => status), ...(spf ? [spf.status] : [])]
  return all.some(({ result }) => result === 'temperror' || result === 'temperr') ? 'unknown' : 'unproven'
}

/**
 * What the server that MAIL_AUTHSERV_ID names says of it (RFC 8601), in the topmost field of that name: it removes
 * what senders write under its name (§5). Null when that server says nothing, or none is named.
 */
function toldByOurs(headers: readonly HeaderLine[], address: string): boolean | null {
  const server = env().MAIL_AUTHSERV_ID?.toLowerCase()
  const results = headers.filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => value.replaceAll(/\([^()]*\)/g, ' ').toLowerCase().split(';').map((part) => part.trim()))
    .find(([id]) => server !== undefined && id?.split(/\s/)[0] === server)
  if (!results) return null
  const domain = mailDomain(address)
  const dmarc = results.find((part) => part.startsWith('dmarc='))
  if (dmarc && !/^dmarc=(none|pass)\b/.test(dmarc)) return false
  if (dmarc?.startsWith('dmarc=pass')) return /\bheader\.from=(\S+)/.exec(dmarc)?.[1] === domain
  return results.some((part) => {
    const signer = /^dkim=pass\b.*header\.(?:d=|i=\S*@)(\S+)/.exec(part)?.[1]
    return signer !== undefined && (domain === signer || domain.endsWith(`.${signer}`))
  })
}

/** Who handed the message to the server that MAIL_RECEIVED_BY names, as that server wrote on top of everything else. */
function clientOf(headers: readonly HeaderLine[]): typeof NOBODY | null {
  const server = env().MAIL_RECEIVED_BY?.toLowerCase()
  const [, helo, ip, by] = /^from\s+(\S+)\s+\([^()]*\[(?:IPv6:)?([\da-f.:]+)\]\)\s+by\s+(\S+)/i.exec(headerValue(headers, 'received') ?? '') ?? []
  if (!server || !helo || !ip || by?.toLowerCase() !== server) return null
  const sender = /<([^<>\s]+@[^<>\s]+)>/.exec(headerValue(headers, 'return-path') ?? '')?.[1]
  return { ip, helo, sender: sender ?? `postmaster@${helo}` }
}

/** The one address in the one From; two would let a reader and a checker take different ones. */
function readFrom(headers: readonly HeaderLine[]): string | null {
  const [from, ...more] = headers.filter(({ name }) => name === 'from')
  if (!from || more.length > 0) return null
  const [only, ...others] = addressParser(from.value, { flatten: true })
  return only?.address?.includes('@') && others.length === 0 ? only.address.toLowerCase() : null
}

function openResolver(): DNSResolver {
  const resolver = openNameResolver({ timeout: ANSWER_LIMIT_MS, tries: 2 })
  return async (name, type) => {
    if (name.endsWith('.invalid')) throw Object.assign(new Error('reserved'), { code: 'ENOTFOUND' })
    const records: unknown = await resolver.resolve(name, type)
    return isAnswer(records) ? records : []
  }
}

/** Texts and addresses are strings, mail exchangers are records of their own; all of it comes from Node itself. */
function isAnswer(records: unknown): records is string[][] {
  return Array.isArray(records)
}
