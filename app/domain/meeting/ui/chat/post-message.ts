import { askApp } from '#app/ui/island/ask-app.ts'
import type { ChatFailure, PendingMessage } from './chat-state.ts'

/** Ten megabytes over a slow line. */
const FILE_WITHIN_MS = 180_000

/** Posts one message, or one file unless `signal` stops it. The same id again gives the same answer. @returns null when it was taken in. */
export async function postMessage(
  { chat, files }: { chat: string; files: string }, message: PendingMessage, signal?: AbortSignal,
): Promise<ChatFailure | null> {
  try {
    const { id, text, file } = message
    const response = await (file ? postFile(`${files}?${new URLSearchParams({ id, name: file.name })}`, file, signal) : askApp(chat, { body: { id, text } }))
    if (!response) return 'unanswered'
    if (response.ok) return null
    const refusal = await response.json().catch(() => null)
    return response.status < 500 && refusal?.reason ? refusal.reason : 'unanswered'
  } catch {
    return 'unanswered'
  }
}

/** The file is the body: the server writes it to disk as it comes. */
function postFile(url: string, file: File, signal?: AbortSignal): Promise<Response> {
  const limit = AbortSignal.timeout(FILE_WITHIN_MS)
  return fetch(url, {
    method: 'POST', headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/json' },
    body: file, signal: signal ? AbortSignal.any([signal, limit]) : limit,
  })
}
