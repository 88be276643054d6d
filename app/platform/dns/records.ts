/** What the domain that sends should say in DNS, so that mails arrive and answers find their way. */
export type RecordKind = 'dkim' | 'spf' | 'dmarc' | 'mx'

export type WantedRecord = {
  kind: RecordKind
  /** The whole name, without a dot at its end. */
  name: string
  type: 'TXT' | 'MX'
  /** Null where only whoever runs the mail server knows it. */
  value: string | null
}

/** What a name server said: values, none for a name without any; or why there was no answer. */
export type DnsAnswer = { isAnswered: true; values: string[] } | { isAnswered: false; reason: 'no-answer' | 'server-failed' }

/** What is wrong with what stands there. */
export type Difference =
  | 'several' | 'other-key' | 'revoked' | 'not-a-key' | 'lacks-sender' | 'no-policy' | 'takes-no-mail'

/** undecided: something stands there, and only whoever runs the mail server knows whether it is right. */
export type Finding =
  | { state: 'right' | 'missing' | 'undecided'; found: string[] }
  | { state: 'differs'; found: string[]; why: Difference }
  | { state: 'unasked'; reason: 'no-answer' | 'server-failed' }

/** What sends, and what its domain should say in DNS. */
export type MailSetUp = { address: string; domain: string; smtpHost: string | null; records: WantedRecord[] }

/** What was found for a record; `elsewhere` is another name at which it stands, by mistake or by right. */
export type Checked = { finding: Finding; elsewhere: string | null }

/** The providers that name the servers they send from under a name of their own. */
const PROVIDERS: [host: RegExp, include: string][] = [
  [/(^|\.)(gmail|google|googlemail)\.com$/, '_spf.google.com'],
  [/(^|\.)(office365|outlook)\.com$/, 'spf.protection.outlook.com'],
  [/(^|\.)amazonaws\.com$/, 'amazonses.com'],
  [/(^|\.)sendgrid\.net$/, 'sendgrid.net'],
  [/(^|\.)fastmail\.com$/, 'spf.messagingengine.com'],
  [/(^|\.)mailjet\.com$/, 'spf.mailjet.com'],
]
const IPV4 = /^\d+(\.\d+){3}$/
/** Nobody elsewhere sees these addresses, so they say nothing of where mails come from. */
const INWARD = /^(localhost$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[?::1\]?$)/

/**
 * @param domain in ASCII.
 * @param smtpHost the mail server that mails are handed to; null when they stay on this machine.
 */
export function wantedRecords(
  { domain, selector, dkim, smtpHost }: { domain: string; selector: string; dkim: string; smtpHost: string | null },
): WantedRecord[] {
  const sender = senderOf(smtpHost)
  return [
    { kind: 'dkim', name: `${selector}._domainkey.${domain}`, type: 'TXT', value: dkim },
    { kind: 'spf', name: domain, type: 'TXT', value: sender && `v=spf1 ${sender} ~all` },
    { kind: 'dmarc', name: `_dmarc.${domain}`, type: 'TXT', value: `v=DMARC1; p=none; rua=mailto:postmaster@${domain}` },
    { kind: 'mx', name: domain, type: 'MX', value: null },
  ]
}

/** A value as it stands in a zone file, where one string holds 255 octets at most (RFC 1035 §3.3). */
export function zoneFileText(value: string): string {
  return (value.match(/.{1,255}/g) ?? []).map((part) => `"${part}"`).join(' ')
}

/** Holds what a name server said against what is wanted. */
export function judgeRecord(wanted: WantedRecord, answer: DnsAnswer): Finding {
  if (!answer.isAnswered) return { state: 'unasked', reason: answer.reason }
  const found = answer.values.filter((value) => isAbout(wanted.kind, value))
  if (found.length === 0) return { state: 'missing', found: [] }
  if (wanted.kind === 'spf' && wanted.value === null && found.length === 1) return { state: 'undecided', found }
  const why = differenceOf(wanted, found)
  return why ? { state: 'differs', found, why } : { state: 'right', found }
}

/** Names at which a record stands when a form at the provider added the domain by itself, to a name that had it. */
export function doubledName({ name }: WantedRecord, domain: string): string | null {
  return name === domain ? null : `${name}.${domain}`
}

/** Names above the domain at which its policy may stand instead, the nearest first (RFC 7489 §6.6.3). */
export function policyNames(domain: string): string[] {
  const labels = domain.split('.')
  return labels.slice(1, -1).map((_, position) => `_dmarc.${labels.slice(position + 1).join('.')}`)
}

/** How the sending server is named in SPF (RFC 7208 §5); null where its address outside isn't known. */
function senderOf(smtpHost: string | null): string | null {
  if (smtpHost === null || INWARD.test(smtpHost)) return null
  const provider = PROVIDERS.find(([host]) => host.test(smtpHost))
  if (provider) return `include:${provider[1]}`
  if (smtpHost.includes(':')) return `ip6:${smtpHost.replaceAll(/[[\]]/g, '')}`
  return `${IPV4.test(smtpHost) ? 'ip4' : 'a'}:${smtpHost}`
}

/** A domain may have TXT records about anything else. */
function isAbout(kind: RecordKind, value: string): boolean {
  if (kind === 'spf') return /^v=spf1( |$)/i.test(value)
  return kind === 'dmarc' ? /^v=DMARC1\s*(;|$)/i.test(value) : true
}

function differenceOf(wanted: WantedRecord, found: string[]): Difference | null {
  if (wanted.kind === 'mx') return found.every((exchange) => / \.?$/.test(exchange)) ? 'takes-no-mail' : null
  // Two of a kind are as good as none (RFC 6376 §3.6.2.2, RFC 7208 §4.5, RFC 7489 §6.6.3).
  if (found.length > 1) return 'several'
  const [only = ''] = found
  if (wanted.kind === 'dkim') return keyDifference(tagsOf(only), tagsOf(wanted.value ?? ''))
  if (wanted.kind === 'dmarc') return /^(none|quarantine|reject)$/i.test(tagsOf(only).p ?? '') ? null : 'no-policy'
  const [, sender] = wanted.value?.split(' ') ?? []
  return only.toLowerCase().split(/\s+/).some((term) => term.replace(/^\+/, '') === sender) ? null : 'lacks-sender'
}

function keyDifference(found: Record<string, string>, wanted: Record<string, string>): Difference | null {
  if (found.p === undefined || (found.v ?? 'DKIM1') !== 'DKIM1') return 'not-a-key'
  if (found.p === '') return 'revoked'
  const mayHash = (found.h ?? 'sha256').split(':').includes('sha256')
  return (found.k ?? 'rsa') === 'rsa' && mayHash && found.p === wanted.p ? null : 'other-key'
}

/** The tags of a record (RFC 6376 §3.2), without any white space in their values. */
function tagsOf(text: string): Record<string, string> {
  return Object.fromEntries(text.split(';').flatMap((tag) => {
    const equals = tag.indexOf('=')
    return equals < 0 ? [] : [[tag.slice(0, equals).trim().toLowerCase(), tag.slice(equals + 1).replaceAll(/\s/g, '')]]
  }))
}
