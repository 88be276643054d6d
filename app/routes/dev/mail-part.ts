import type { LoaderFunctionArgs } from '@remix-run/node'
import { findCaughtMail, type CaughtMail } from '#app/platform/smtp/mailbox.server.ts'
import { requireLocalPeer } from './require-local.server.ts'

/** One part of a caught mail: `html` for the frame, `source` as it travels, `invite.ics` to open in a calendar. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  requireLocalPeer(context)
  const mail = await findCaughtMail(params.id ?? '')
  const answer = mail && answerOf(mail, params.part)
  if (!answer) throw new Response(null, { status: 404 })
  return answer
}

function answerOf({ html, source, calendar }: CaughtMail, part: string | undefined): Response | null {
  if (part === 'html') return new Response(withTarget(html), { headers: { 'Content-Type': 'text/html; charset=utf-8', ...FRAMED } })
  if (part === 'source') return new Response(new Uint8Array(source), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  if (part !== 'invite.ics' || !calendar) return null
  const type = `text/calendar; charset=utf-8; method=${calendar.method}`
  return new Response(calendar.content, { headers: { 'Content-Type': type, 'Content-Disposition': 'attachment; filename="invite.ics"' } })
}

/** Links of the mail open in the whole window, as they would from a reader of mail. */
function withTarget(html: string): string {
  return html.replace('<head>', '<head><base target="_top">')
}

const FRAMED = {
  'Content-Security-Policy': "sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
}
