import type { ActionFunctionArgs } from '@remix-run/node'

type Handler = (args: ActionFunctionArgs) => Promise<unknown> | unknown

export type Asked = {
  seatId?: string
  cookie?: string
  /** JSON, unless it is text or a form. */
  body?: unknown
  method?: string
  headers?: Record<string, string>
  url?: string
  params?: Record<string, string>
  /** The network that is asked from. */
  clientAddress?: string
}

/** Asks a loader or an action as the web server does; what it throws as an answer is an answer. */
export async function ask(handler: Handler, asked: Asked): Promise<Response> {
  try {
    const answered = await handler(argumentsOf(asked))
    if (answered instanceof Response) return answered
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
  throw new Error('The route gave no answer of its own')
}

/** What the web server gives a loader or an action. */
export function argumentsOf(asked: Asked): ActionFunctionArgs {
  const { seatId, cookie, body, method = 'GET', headers = {}, url = 'http://localhost/room', params, clientAddress } = asked
  const isText = typeof body === 'string' || body instanceof FormData || body === undefined
  const request = new Request(url, {
    method,
    body: isText ? body : JSON.stringify(body),
    headers: { ...(isText ? {} : { 'Content-Type': 'application/json' }), ...(cookie ? { Cookie: cookie } : {}), ...headers },
  })
  const context = clientAddress === undefined ? {} : { clientAddress, isLocalPeer: false, requestId: 'request' }
  return { request, params: params ?? { seatId }, context }
}

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

export function post(handler: Handler, asked: Asked): Promise<Response> {
  return ask(handler, { method: 'POST', ...asked })
}

/** The answer that a loader or an action throws instead of giving one. @throws {Error} when it gives one. */
export async function thrownBy(work: () => Promise<unknown>): Promise<Response> {
  try {
    await work()
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
  throw new Error('It was let through')
}

/** What an action gave its page to draw. @throws {Error} when it answered by itself, as with a redirect. */
export function drawn<Answered>(answered: Answered): Extract<Answered, { init: unknown }> {
  if (isDrawn(answered)) return answered
  throw new Error('It answered by itself')
}

function isDrawn<Answered>(answered: Answered): answered is Extract<Answered, { init: unknown }> {
  return typeof answered === 'object' && answered !== null && 'init' in answered
}
