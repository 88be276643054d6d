import type { LoaderFunctionArgs } from '@remix-run/node'
import { openMessageFile } from '#app/domain/meeting/chat/files.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { isId } from '#app/kernel/ids.ts'

/** The file of one message, to be saved and never run: no script, no form, nothing of ours is in reach of it. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const file = isId(params.messageId) ? await openMessageFile(pass, params.messageId) : null
  if (!file) return new Response(null, { status: 404 })
  return new Response(file.content, {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename="file"; filename*=UTF-8''${asExtValue(file.name)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=3600, immutable',
    },
  })
}

/** RFC 8187 §3.2.1: beyond what encodeURIComponent leaves alone, these are no attr-char. */
function asExtValue(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}
