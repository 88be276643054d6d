import { isAPIError } from 'better-auth/api'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { magicLink } from 'better-auth/plugins/magic-link'
import type { BetterAuthOptions } from 'better-auth/types'
import { eq } from 'drizzle-orm'
import { createBriefMemory, type BriefMemory } from '#app/kernel/brief-memory.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { db, type Database, type Queryable } from '#db/client.server.ts'
import { account, session, user, verification } from '#db/schema.server.ts'
import { env, publicUrl } from './env.server.ts'
import { log } from './log.server.ts'
import { hashSessionTokens } from './session-tokens.server.ts'

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const

/** A session ends this long after it was last used. */
const SESSION_SECONDS = (30 * DAY_MS) / SECOND_MS

/** A session in use is prolonged at most this often. */
const PROLONG_SECONDS = DAY_MS / SECOND_MS

/**
 * A session that was proven is not asked for again within this time, by whoever shows the same cookies: a host in a meeting
 * writes many times a second. Another process may have ended it this long ago; this one knows at once.
 */
export const PROVEN_FOR_MS = SECOND_MS

/** How long a link that was mailed lets its reader in, once. */
export const MAILED_LINK_MS = 15 * MINUTE_MS

/** The cookie outlives the session, whose end the database knows; 400 days is what browsers keep (RFC 6265bis §5.5). */
const COOKIE_SECONDS = (400 * DAY_MS) / SECOND_MS

/** Signs in with mail and password; the headers set the session's cookie. */
export async function signIn(
  { email, password, request }: { email: string; password: string; request: Request },
): Promise<Result<Headers, 'wrong-credentials'>> {
  try {
    const { api } = authFor(request)
    const { headers } = await api.signInEmail({ body: { email, password }, headers: request.headers, returnHeaders: true })
    return ok(withLongCookies(headers))
  } catch (error) {
    if (isAPIError(error)) return refuse('wrong-credentials')
    throw error
  }
}

/** Makes a key that signs the account of this address in, once, within 15 minutes. Only its hash is kept. */
export async function makeMailedKey(email: string): Promise<string> {
  let made: string | null = null
  const take = (key: string) => { made = key }
  await authFor(new Request(publicUrl())).api.signInMagicLink({ body: { email, metadata: { take } }, headers: new Headers() })
  if (made === null) throw new Error('better-auth made no key')
  return made
}

/** Signs in with a key from a mail, which is used up; the headers set the session's cookie. */
export async function signInByMail({ key, request }: { key: string; request: Request }): Promise<Result<Headers, 'wrong-key'>> {
  try {
    const { headers } = await authFor(request).api.magicLinkVerify({ query: { token: key }, headers: request.headers, returnHeaders: true })
    return ok(withLongCookies(headers))
  } catch (error) {
    if (isAPIError(error)) return refuse('wrong-key')
    throw error
  }
}

/** Ends the session on the server; the headers clear its cookie. */
export async function signOut(request: Request): Promise<Headers> {
  const { headers } = await authFor(request).api.signOut({ headers: request.headers, returnHeaders: true })
  kept?.proven.forgetAll()
  return headers
}

/** The account that the request's session belongs to, or null. Prolongs the session, at most once a day. */
export async function findSessionUserId(request: Request): Promise<string | null> {
  const cookies = request.headers.get('Cookie')
  if (cookies === null) return null
  const { api, proven } = authFor(request)
  const known = proven.recall(cookies)
  if (known) return known
  try {
    const found = await api.getSession({ headers: request.headers })
    if (found) proven.keep(cookies, found.user.id)
    return found?.user.id ?? null
  } catch (error) {
    if (isAPIError(error)) return null
    throw error
  }
}

/** Makes a sign-in account, in the caller's transaction, and gives its id. The password has 12 to 128 characters. */
export async function createAccount(
  tx: Queryable,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<Result<string, 'email-taken'>> {
  // Asked here, because better-auth answers a taken address with a made-up account.
  const taken = await tx.select({ id: user.id }).from(user).where(eq(user.email, email.toLowerCase()))
  if (taken.length > 0) return refuse('email-taken')
  const made = await makeAuth(tx, true).api.signUpEmail({ body: { name, email, password } })
  // Whoever holds the set-up link says which address is theirs; better-auth would drop the password of an unproven one.
  await tx.update(user).set({ emailVerified: true }).where(eq(user.id, made.user.id))
  return ok(made.user.id)
}

type Auth = { database: Database; isSecure: boolean; api: ReturnType<typeof makeAuth>['api']; proven: BriefMemory<string> }

let kept: Auth | null = null

function authFor(request: Request): Auth {
  const database = db()
  const isSecure = (env().PUBLIC_URL ?? request.url).startsWith('https:')
  if (kept?.database !== database || kept.isSecure !== isSecure) {
    const proven = createBriefMemory<string>(PROVEN_FOR_MS, () => performance.now())
    kept = { database, isSecure, api: makeAuth(database, isSecure).api, proven }
  }
  return kept
}

function makeAuth(queryable: Queryable, isSecure: boolean) {
  const adapter = drizzleAdapter(queryable, { provider: 'pg', schema: { user, session, account, verification } })
  return betterAuth({
    baseURL: env().PUBLIC_URL ?? (isSecure ? 'https://localhost' : 'http://localhost'),
    secret: env().AUTH_SECRET,
    database: (options: BetterAuthOptions) => hashSessionTokens(adapter(options)),
    emailAndPassword: {
      enabled: true, autoSignIn: false, minPasswordLength: PASSWORD_LENGTH.min, maxPasswordLength: PASSWORD_LENGTH.max,
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: PROLONG_SECONDS },
    plugins: [magicLink({
      disableSignUp: true, expiresIn: MAILED_LINK_MS / SECOND_MS, storeToken: 'hashed',
      sendMagicLink: ({ token, metadata }) => { metadata?.take(token) },
    })],
    advanced: {
      // better-auth would add __Secure- by itself; __Host- also binds the cookie to this very host.
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-fremmode' : 'fremmode',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log('error', 'sign-in-failed', { message }) },
  })
}

function withLongCookies(headers: Headers): Headers {
  const long = new Headers()
  for (const cookie of headers.getSetCookie()) {
    long.append('Set-Cookie', cookie.replace(/Max-Age=[1-9]\d*/, `Max-Age=${COOKIE_SECONDS}`))
  }
  return long
}
