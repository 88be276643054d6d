import type { Env } from '#app/platform/env.server.ts'
import { isLoopbackHost } from './http/visitor.ts'

type Facts = {
  url: string
  bookingPath: string
  /** The consultant's one-time link, while nobody has used it. */
  setUpPath: string | null
  dataFolder: string
  settings: Env
}

/** One line for people, apart from the log. */
export function say(line: string): void {
  process.stdout.write(`  ${line}\n`)
}

/** What a person reads first: where everything is, and what is left to do. */
export function banner({ url, bookingPath, setUpPath, dataFolder, settings }: Facts): string {
  const rows: [string, string][] = [
    ['Website', url],
    ['Booking', url + bookingPath],
    ...(setUpPath ? [['Consultant', `${url}${setUpPath}  (set-up link, works once)`] satisfies [string, string]] : []),
    ['Mail', mailWords(settings, url, dataFolder)],
    ['Data', dataFolder],
  ]
  const warning = cameraWarning(settings)
  const lines = [...rows.map(([name, value]) => name.padEnd(12) + value), ...(warning ? ['', warning] : [])]
  return `\n  Fremmøde is ready\n\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n\n`
}

/** Browsers open camera and microphone only on https pages and on the machine itself (Secure Contexts §3.1). */
export function cameraWarning({ PUBLIC_URL, HOST }: Env): string | null {
  const { protocol, hostname } = new URL(PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}`)
  if (protocol === 'https:' || isLoopbackHost(hostname)) return null
  return 'Without https, browsers will refuse camera and microphone: put a proxy with a certificate in front, and set PUBLIC_URL.'
}

function mailWords({ SMTP_URL, PUBLIC_URL }: Env, url: string, dataFolder: string): string {
  if (SMTP_URL) return `sent through ${new URL(SMTP_URL).host}`
  if (PUBLIC_URL) return `kept in ${dataFolder}/mail; set SMTP_URL to send it`
  return `kept here, read it at ${url}/dev/mail; set SMTP_URL to send it`
}
