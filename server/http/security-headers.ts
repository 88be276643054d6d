import type { Response } from 'express'

const YEAR_SECONDS = 31_536_000

export type PolicyOptions = {
  /** `wss://meet.example.com`: Safari before 15.4 does not count sockets as 'self'. */
  ownSocketOrigin: string
  /** Origins of a LiveKit server that browsers reach directly. */
  liveKitOrigins: string[]
  isDevelopment: boolean
  /** WebAssembly may be compiled here: the meeting's room finds the person in the picture with it. */
  mayCompile: boolean
}

/** The content security policy (CSP level 3): no inline script or style anywhere, and nothing of others. */
export function contentSecurityPolicy({ ownSocketOrigin, liveKitOrigins, isDevelopment, mayCompile }: PolicyOptions): string {
  // Vite puts styles and its reload client into the page while developing.
  const inline = isDevelopment ? " 'unsafe-inline'" : ''
  return [
    "default-src 'none'",
    `script-src 'self'${mayCompile ? " 'wasm-unsafe-eval'" : ''}${inline}`,
    `style-src 'self'${inline}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ['connect-src', "'self'", ownSocketOrigin, ...liveKitOrigins].join(' '),
    "media-src 'self' blob: mediastream:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every answer. A page that sets one of them itself replaces it. */
export function setSecurityHeaders(response: Response, policy: string, isHttps: boolean): void {
  const headers = { ...FIXED, 'Content-Security-Policy': policy, ...(isHttps ? STRICT : {}) }
  response.set(headers)
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  const append = response.append.bind(response)
  // Remix appends; two policies at once would both hold, and forbid what the page's own allows.
  response.append = (name, value) => names.includes(name.toLowerCase()) ? response.set(name, value) : append(name, value)
}

const FIXED = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    'camera=(self)', 'microphone=(self)', 'display-capture=(self)', 'fullscreen=(self)', 'picture-in-picture=(self)',
    'screen-wake-lock=(self)', 'speaker-selection=(self)', 'geolocation=()', 'payment=()', 'usb=()', 'serial=()',
    'midi=()', 'browsing-topics=()',
  ].join(', '),
}
const STRICT = { 'Strict-Transport-Security': `max-age=${YEAR_SECONDS}` }
