import { HOUR_MS, SECOND_MS } from './kernel/time.ts'
import { paths } from './paths.ts'
import { publicUrl } from './platform/env.server.ts'

const NAME = 'fremmode_setup'
const COOKIE_SECONDS = HOUR_MS / SECOND_MS

/** Keeps the one-time key for the set-up page alone, so that it leaves the address bar; null forgets it. */
export function setUpCookie(key: string | null): string {
  const secure = publicUrl().startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${key ?? ''}; Path=${paths.setUp()}; Max-Age=${key ? COOKIE_SECONDS : 0}; HttpOnly; SameSite=Lax${secure}`
}

export function readSetUpKey(request: Request): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) || null
}
