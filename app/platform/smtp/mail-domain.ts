import { domainToASCII } from 'node:url'

/** The domain of an address in ASCII (RFC 5891 §5) and lower case, as it stands in DNS, in signatures and in Message-IDs. */
export function mailDomain(address: string): string {
  const written = address.slice(address.lastIndexOf('@') + 1)
  return domainToASCII(written) || written.toLowerCase()
}
