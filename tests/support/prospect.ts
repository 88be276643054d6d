import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { CAST } from '#db/seeds/cast.ts'

export type Answers = Record<'name' | 'email' | 'company' | 'phone' | 'diagnosis' | 'diagnosisText' | 'message', string>

/** A prospect who fills in everything, with an address that nobody else has. */
export function somebody(given: Partial<Answers> = {}): Answers {
  const { name, company, phone } = CAST.soren
  const email = `${randomUUID().slice(0, 8)}@example.com`
  return { name, email, company, phone, diagnosis: 'theory-into-practice', diagnosisText: '', message: 'Vi vil gerne i gang før jul.', ...given }
}

/** The free times that a visitor without JavaScript is shown, as ISO instants. */
export async function readStarts(siteUrl: string, path = '/book/intro'): Promise<string[]> {
  const html = await (await fetch(siteUrl + path)).text()
  return [...html.matchAll(/<button\b[^>]*>/g)]
    .filter(([tag]) => tag.includes('name="start"'))
    .map(([tag]) => /value="([^"]+)"/.exec(tag)?.[1] ?? '')
}

export type Submitted = { status: number; location: string | null; html: string }

type Sent = { answers?: Answers; key?: string; path?: string; cookie?: string }

/** Sends the booking form as a browser without JavaScript does. */
export async function submitBooking(
  siteUrl: string,
  start: string,
  { answers = somebody(), key = randomUUID(), path = '/book/intro/details', cookie }: Sent = {},
): Promise<Submitted> {
  const response = await postForm(siteUrl, path, { ...answers, start, zone: 'Europe/Copenhagen', idempotencyKey: key }, cookie)
  return { status: response.status, location: response.headers.get('Location'), html: await response.text() }
}

/** Presses a time on the page of free times; the cookie by which the browser is known from then on, and where it is led. */
export async function pressTime(siteUrl: string, start: string, cookie?: string): Promise<Submitted & { cookie: string }> {
  const response = await postForm(siteUrl, '/book/intro', { start, zone: 'Europe/Copenhagen' }, cookie)
  const given = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  return { status: response.status, location: response.headers.get('Location'), html: await response.text(), cookie: given || cookie || '' }
}

/** Posts fields as a form of our own pages does, and follows nothing. */
export function postForm(siteUrl: string, path: string, fields: Record<string, string>, cookie?: string): Promise<Response> {
  const headers = { Origin: new URL(siteUrl).origin, ...(cookie ? { Cookie: cookie } : {}) }
  return fetch(siteUrl + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers })
}

/** As if ten minutes had passed for everybody who is filling in a form. */
export async function letReservationsLapse(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  await sql`UPDATE reservation SET expires_at = now() WHERE expires_at > now()`
  await sql`UPDATE occupied_time SET expires_at = now() WHERE state = 'reserved' AND expires_at > now()`
  await sql`UPDATE consultant SET calendar_version = calendar_version + 1`
  await sql.end()
}
