import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true')
const port = z.coerce.number().int().min(0).max(65535)
const count = z.coerce.number().int().positive()

/**
 * Every setting of the product. `.env.example` is checked against this schema.
 * A key that is left out has the default; a key with an empty value counts as left out.
 */
export const envSchema = z.object({
  PORT: port.default(3000).describe('Port of the web server; 0 picks a free one'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 without a reverse proxy'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional().describe('The address that visitors use, such as https://meet.example.com'),
  TRUST_PROXY: flag.default(false).describe('1 when a reverse proxy sets X-Forwarded-For and -Proto'),
  DATABASE_URL: z.string().startsWith('postgres').optional().describe('PostgreSQL 15 or newer; without it an embedded PostgreSQL 18 is started'),
  DATABASE_POOL: count.default(10).describe('Connections to the database that the web server holds'),
  DATA_DIR: z.string().optional().describe('Folder for the embedded database, keys, mail and files'),
  FILES_DIR: z.string().optional().describe('Folder for what is handed over in meetings; kept in DATA_DIR when left out'),
  LIVEKIT_URL: z.string().regex(/^(wss?|https?):/).optional().describe('A LiveKit server of your own, whose webhook has to go to PUBLIC_URL/hooks/livekit; without it one is found or built'),
  LIVEKIT_API_KEY: z.string().optional().describe('Key of that LiveKit server'),
  LIVEKIT_API_SECRET: z.string().optional().describe('Secret of that LiveKit server'),
  LIVEKIT_PUBLIC_URL: z.string().regex(/^((wss?|https?):|\/)/).optional().describe('Where browsers find LiveKit, when that is not LIVEKIT_URL'),
  LIVEKIT_PORT: port.default(7880).describe('Signal port of our own LiveKit server, loopback only; 0 picks a free one'),
  LIVEKIT_TCP_PORT: port.default(7881).describe('Media over TCP, must be reachable directly; 0 picks a free one'),
  LIVEKIT_UDP_PORT: port.default(7882).describe('Media over UDP, must be reachable directly; 0 picks a free one'),
  LIVEKIT_TURN_PORT: port.default(3478).describe('TURN over UDP, a relay for narrow networks, must be reachable directly; 0 picks a free one'),
  LIVEKIT_NODE_IP: z.string().optional().describe('The public IP address of this machine, for media'),
  TURN_DOMAIN: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i).optional().describe('A name of its own for TURN over TLS, such as turn.example.com; browsers come to its port 443'),
  TURN_TLS_PORT: port.default(5349).describe('Where our own LiveKit takes TURN over TLS; port 443 of TURN_DOMAIN has to lead here'),
  TURN_CERT_FILE: z.string().optional().describe('Certificate chain of TURN_DOMAIN (PEM); without it whatever stands before that port ends TLS'),
  TURN_KEY_FILE: z.string().optional().describe('Key of that certificate (PEM)'),
  SMTP_URL: z.string().regex(/^smtps?:/).optional().describe('Mail server, such as smtps://user:password@mail.example.com; without it mail goes to a local folder'),
  MAIL_FROM: z.string().default('moeder@fremmode.example').describe('Address that sends every mail and organizes every meeting'),
  DKIM_PRIVATE_KEY_FILE: z.string().optional().describe('File of the RSA key that signs mails (PEM); made and kept in DATA_DIR when left out'),
  DKIM_SELECTOR: z.string().regex(/^[a-z\d]([a-z\d-]*[a-z\d])?$/i).default('fremmode1').describe('Name of that key in DNS'),
  IMAP_URL: z.string().regex(/^imaps?:\/\/[^:@/]+:[^@/]+@/).optional().describe('Mailbox of MAIL_FROM, such as imaps://user:password@mail.example.com; calendars answer there'),
  MAIL_AUTHSERV_ID: z.string().optional().describe('Name under which the mail server of that mailbox writes Authentication-Results, when it is to be believed'),
  MAIL_RECEIVED_BY: z.string().optional().describe('Name under which that server writes the topmost Received, so that SPF can be checked'),
  DNS_SERVER: z.string().regex(/^[\da-f.:[\]]+$/i).optional().describe('Name server that keys and records of mail are asked of, such as 9.9.9.9; without it the one of this machine'),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional().describe('A gateway that takes text messages as JSON { to, from, text }; without it none are sent'),
  SMS_TOKEN: z.string().optional().describe('Bearer token of that gateway'),
  SMS_FROM: z.string().regex(/^(\+[1-9]\d{6,14}|[A-Za-z0-9 ]{1,11})$/).default('Fremmode').describe('Who text messages are from: a number, or at most 11 letters'),
  SEED: z.enum(['demo', 'none']).optional().describe('demo fills the database with an example world; the embedded database gets it by default'),
  LINK_KEY: z.string().min(32).optional().describe('Secret behind personal links; made and kept in DATA_DIR when left out'),
  AUTH_SECRET: z.string().min(32).optional().describe('Secret behind sign-in cookies; made and kept in DATA_DIR when left out'),
  BOOKING_LIMIT_PER_HOUR: count.default(20).describe('Bookings that one network address may try in an hour'),
  FORM_LEAST_MS: z.coerce.number().int().min(0).default(300).describe('Milliseconds that nobody fills in the booking form within; 0 believes all'),
  COMPANY_LIMIT_PER_HOUR: count.default(10).describe('Bookings that one company may try in an hour'),
  RESERVATIONS_PER_ADDRESS: count.default(3).describe('Times that one network address may have reserved at once'),
  RESERVATION_LIMIT_PER_HOUR: count.default(120).describe('Times that one network address may choose or watch in an hour'),
  BOT_CHECK: z.enum(['on', 'off']).default('on').describe('on asks browsers for a little work before they book, and others for a click in a mail'),
  REDIRECT_ORIGINS: z.string().regex(/^(https?:\/\/[^\s/,]+(, *(?=h)|$))+$/).optional().describe('Sites that a booking may lead on to, such as https://www.example.com, with commas between'),
  COLLEAGUE_LIMIT_PER_HOUR: count.default(20).describe('Colleagues that one network address may invite in an hour'),
  SIGN_IN_LIMIT_PER_HOUR: count.default(20).describe('Sign-ins that one network address may try in an hour'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info']).default('info').describe('How much is logged'),
})

export type Env = Readonly<z.infer<typeof envSchema>>

let parsed: Env | null = null

/** The settings of this process, read once and frozen. @throws {Error} naming each wrong setting. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/**
 * Reads settings from plain text values.
 * @throws {Error} one line that names each wrong setting and what it wants.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const result = envSchema.safeParse(given)
  if (result.success) return Object.freeze(result.data)
  const meanings = new Map(Object.entries(envSchema.shape).map(([key, setting]) => [key, setting.description]))
  const faults = result.error.issues.map(({ path: [key], message }) => `${String(key)} (${meanings.get(String(key))}): ${message}`)
  throw new Error(`Wrong settings. ${faults.join('; ')}`)
}

/** The address that visitors use, without a slash at its end: what every link in a mail begins with. */
export function publicUrl(): string {
  const { PUBLIC_URL, PORT } = env()
  return (PUBLIC_URL ?? `http://127.0.0.1:${PORT}`).replace(/\/+$/, '')
}

/** Origins that a booking may lead on to afterwards. */
export function redirectOrigins(): string[] {
  return env().REDIRECT_ORIGINS?.split(/, */) ?? []
}

/** Hands what the start worked out (such as the embedded database's address) to the server build. */
export function publishEnv(values: Partial<Record<keyof Env, string>>): void {
  Object.assign(process.env, values)
  parsed = null
}

/** Adds the settings of a file to those of the environment; what the environment says holds. */
export function readEnvFile(path: string): void {
  if (existsSync(path)) process.loadEnvFile(path)
  parsed = null
}

/** Says who is served, for those who read NODE_ENV when they are loaded: React and Remix. */
export function publishMode(mode: 'production' | 'development'): void {
  process.env.NODE_ENV = mode
}

/** The folder for this person's data or caches (XDG Base Directory Specification 0.8). */
export function personalFolder(kind: 'data' | 'cache'): string {
  if (kind === 'data') return process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share')
  return process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
}

/** Is this the build that visitors meet, or the development server? */
export const isProduction = process.env.NODE_ENV === 'production'
