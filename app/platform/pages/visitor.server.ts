import { randomBytes } from 'node:crypto'
import { DAY_MS, SECOND_MS } from '#app/kernel/time.ts'
import { publicUrl } from '../env.server.ts'
import { keyedHash } from '../link.server.ts'
import { networkOf } from '../rate-limit.server.ts'
import { hashToken } from '../session-tokens.server.ts'

const COOKIE = 'fremmode_visitor'
/** 32 random bytes as base64url. */
const TOKEN = /^[\w-]{43}$/
/** A reservation lasts minutes; a day is enough to find one's way back to what it became. */
const COOKIE_SECONDS = DAY_MS / SECOND_MS

/** The hash by which the database knows this browser; null for one that has reserved nothing. */
export function readVisitor(request: Request): string | null {
  const pairs = request.headers.get('Cookie')?.split(/;\s*/) ?? []
  const token = pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
  return token && TOKEN.test(token) ? hashToken(token) : null
}

/** A browser that is known from now on, and the cookie that tells it so. */
export function meetVisitor(): { hash: string; cookie: string } {
  const token = randomBytes(32).toString('base64url')
  const secure = publicUrl().startsWith('https:') ? '; Secure' : ''
  const cookie = `${COOKIE}=${token}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`
  return { hash: hashToken(token), cookie }
}

/** The network that an address belongs to, told apart from others and readable by nobody who lacks our key. */
export function hashAddress(address: string): string {
  return keyedHash(`network\n${networkOf(address)}`)
}

/** When this form was drawn, signed: `1795600000000.xxxx`. It holds for this form's key only. */
export function stampForm(formKey: string, at: number): string {
  return `${at}.${keyedHash(`form\n${formKey}\n${at}`)}`
}

/** The instant of a stamp (epoch milliseconds), or null for one that is not ours or of another form. */
export function readStamp(stamp: string, formKey: string): number | null {
  const at = Number(/^\d{13}(?=\.)/.exec(stamp)?.[0])
  return stamp === stampForm(formKey, at) ? at : null
}
