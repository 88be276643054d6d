import { randomUUID } from 'node:crypto'
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

/** Sends the booking form as a browser without JavaScript does. */
export async function submitBooking(
  siteUrl: string,
  start: string,
  { answers = somebody(), key = randomUUID(), path = '/book/intro/details' }: { answers?: Answers; key?: string; path?: string } = {},
): Promise<Submitted> {
  const body = new URLSearchParams({ ...answers, start, zone: 'Europe/Copenhagen', idempotencyKey: key })
  const response = await fetch(siteUrl + path, { method: 'POST', body, redirect: 'manual', headers: { Origin: new URL(siteUrl).origin } })
  return { status: response.status, location: response.headers.get('Location'), html: await response.text() }
}
