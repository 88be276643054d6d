import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type { Product } from './product.ts'
import { postForm, somebody } from './prospect.ts'

/** A booking as the one who made it holds it: its own page, and the cookie that opens it. */
export type BookedByPost = { path: string; cookie: string; uid: string }

/** Books a time for somebody with the forms of our own pages. */
export async function bookByPost({ url, databaseUrl }: Product, start: string, email: string): Promise<BookedByPost> {
  const fields = { ...somebody({ email }), start, zone: 'Europe/Copenhagen', idempotencyKey: randomUUID() }
  const answer = await expectDone(postForm(url, '/book/intro/details', fields))
  const path = answer.headers.get('Location') ?? ''
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const sql = postgres(databaseUrl(), { max: 1 })
  const [meeting] = await sql<{ uid: string }[]>`SELECT meeting.ics_uid AS uid FROM meeting JOIN seat ON seat.meeting_id = meeting.id
    WHERE seat.id = ${path.slice(path.lastIndexOf('/') + 1)}`
  await sql.end()
  return { path, cookie, uid: meeting?.uid ?? '' }
}

export async function moveByPost({ url }: Product, { path, cookie }: BookedByPost, start: string): Promise<void> {
  await expectDone(postForm(url, `${path}/move`, { start }, cookie))
}

export async function callOffByPost({ url }: Product, { path, cookie }: BookedByPost): Promise<void> {
  await expectDone(postForm(url, path, { intent: 'cancel' }, cookie))
}

type Colleague = { name: string; email: string }

export async function bringByPost({ url }: Product, { path, cookie }: BookedByPost, { name, email }: Colleague): Promise<void> {
  await expectDone(postForm(url, path, { intent: 'add-colleague', name, email }, cookie))
}

/** Takes a colleague off the meeting, by the button beside their address. */
export async function takeOffByPost({ url }: Product, { path, cookie }: BookedByPost, email: string): Promise<void> {
  const page = await (await fetch(url + path, { headers: { Cookie: cookie } })).text()
  const [, colleague = ''] = new RegExp(`${email}.*?name="colleague" value="([^"]+)"`, 's').exec(page) ?? []
  await expectDone(postForm(url, path, { intent: 'remove-colleague', colleague }, cookie))
}

/** @throws {Error} when the page refuses. */
async function expectDone(asked: Promise<Response>): Promise<Response> {
  const answer = await asked
  if (answer.status !== 303) throw new Error(`${answer.url} was answered with ${answer.status}`)
  return answer
}
