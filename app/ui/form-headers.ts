import type { HeadersFunction } from '@remix-run/node'

/** A form of one visitor is kept nowhere, and a refusal of too many tries says when to come again. */
export function formHeaders(also: Record<string, string> = {}): HeadersFunction {
  return ({ actionHeaders }) => ({ 'Cache-Control': 'no-store', ...also, ...retryHeadersIn(actionHeaders) })
}

/** When to try again (RFC 9110 §10.2.3), for an answer that refuses for now. */
export function retryHeaders(seconds: number | undefined): Record<string, string> {
  return seconds ? { 'Retry-After': String(seconds) } : {}
}

/** The same out of what the action has said; a look has none. */
export function retryHeadersIn(actionHeaders: Headers | undefined): Record<string, string> {
  const seconds = actionHeaders?.get('Retry-After')
  return seconds ? { 'Retry-After': seconds } : {}
}
