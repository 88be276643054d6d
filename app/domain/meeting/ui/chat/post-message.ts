import type { ChatFailure, PendingMessage } from './chat-state.ts'

const ANSWER_WITHIN_MS = 10_000
/** Ten megabytes over a slow line. */
const FILE_WITHIN_MS = 180_000

/** Posts one message, or one file unless `signal` stops it. The same id again gives the same answer. @returns null when it was taken in. */
export async function postMessage(
  { chat, files }: { chat: string; files: string }, message: PendingMessage, signal?: AbortSignal,
): Promise<ChatFailure | null> {
  try {
    const response = await (message.file ? postFile(`${files}?${new URLSearchParams({ id: message.id, name: message.file.name })}`, message.file, signal) : postText(chat, message))
    if (response.ok) return null
    const refusal = await response.json().catch(() => null)
    return response.status < 500 && refusal?.reason ? refusal.reason : 'unanswered'
  } catch {
    return 'unanswered'
  }
}

function postText(url: string, { id, text }: PendingMessage): Promise<Response> {
  return fetch(url, {
    method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ id, text }), signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
}

/** The file is the body: the server writes it to disk as it comes. */
function postFile(url: string, file: File, signal?: AbortSignal): Promise<Response> {
  const limit = AbortSignal.timeout(FILE_WITHIN_MS)
  return fetch(url, {
    method: 'POST', headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/json' },
    body: file, signal: signal ? AbortSignal.any([signal, limit]) : limit,
  })
}
