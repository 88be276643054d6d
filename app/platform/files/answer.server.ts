import type { OpenedFile } from './store.server.ts'

/** A file to be saved and never run: no script, no form, nothing of ours is in reach of it. */
export function answerFile(file: OpenedFile): Response {
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
