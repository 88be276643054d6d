import { SECOND_MS } from '#app/kernel/time.ts'
import { env } from '../env.server.ts'
import { PermanentRefusal } from '../smtp.server.ts'
import { readE164, type ReminderChannel } from './reminder-channel.ts'

/** `id` names the message, so that a gateway can know a repeat again. */
export type TextMessage = { id: string; phone: string | null; text: string }

const ANSWER_LIMIT_MS = 15 * SECOND_MS
/** RFC 9110 §15.5.9 and RFC 6585 §4: these two refuse the moment and not the message; 401 and 403 are about our settings. */
const LATER = [401, 403, 408, 429]

/**
 * Text messages by a gateway that takes a POST of `{ to, from, text }` as JSON with a bearer token. Off until
 * SMS_URL is set; only numbers with their country are used.
 */
export const smsChannel: ReminderChannel<TextMessage> = {
  reaches: ({ phone }) => env().SMS_URL !== undefined && readE164(phone) !== null,
  send,
}

async function send({ id, phone, text }: TextMessage): Promise<void> {
  const { SMS_URL: url, SMS_TOKEN: token, SMS_FROM: from } = env()
  const to = readE164(phone)
  if (url === undefined || to === null) throw new PermanentRefusal('There is no gateway, or no number with its country')
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ to, from, text }),
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  })
  await response.body?.cancel()
  if (response.ok) return
  const reason = `The gateway answered ${response.status}`
  const isForGood = response.status >= 400 && response.status < 500 && !LATER.includes(response.status)
  throw isForGood ? new PermanentRefusal(reason) : new Error(reason)
}
