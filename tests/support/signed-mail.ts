import { generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { NameServer } from './name-server.ts'

/** A domain that signs its mails, whose key a name server tells. */
export type SigningDomain = { domain: string; sign: (source: string) => Promise<Buffer> }

export function makeSigningDomain(domain: string, names: NameServer, { dmarc = 'v=DMARC1; p=reject' }: { dmarc?: string | null } = {}): SigningDomain {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  names.add(`key._domainkey.${domain}`, { TXT: [`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`] })
  if (dmarc !== null) names.add(`_dmarc.${domain}`, { TXT: [dmarc] })
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', dkim: { domainName: domain, keySelector: 'key', privateKey } })
  return {
    domain,
    async sign(source) {
      const { message } = await transport.sendMail({ envelope: { from: `a@${domain}`, to: ['b@example.com'] }, raw: source })
      return Buffer.isBuffer(message) ? message : Buffer.from(String(message))
    },
  }
}
