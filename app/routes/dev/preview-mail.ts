import type { LoaderFunctionArgs } from '@remix-run/node'
import { previewMails } from '#app/mail/previews.ts'
import { CAST } from '#db/seeds/cast.ts'
import { requireLocalPeer } from './require-local.server.ts'

/** One part of a mail as it would be sent: `html`, `text`, or the calendar entry as `ics`. */
export function loader({ context, params }: LoaderFunctionArgs): Response {
  requireLocalPeer(context)
  const mails = previewMails({ consultant: CAST.consultant, guest: CAST.soren, colleague: CAST.amina })
  const mail = mails.find(({ name }) => name === params.name)
  const parts: Record<string, { body: string; type: string } | null> = {
    html: mail ? { body: mail.html, type: 'text/html' } : null,
    text: mail ? { body: mail.text, type: 'text/plain' } : null,
    ics: mail?.ics ? { body: mail.ics.content, type: 'text/plain' } : null,
  }
  const part = parts[params.part ?? '']
  if (!part) throw new Response(null, { status: 404 })
  return new Response(part.body, { headers: { 'Content-Type': `${part.type}; charset=utf-8`, 'Content-Security-Policy': POLICY } })
}

/** A mail brings its own style and nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
