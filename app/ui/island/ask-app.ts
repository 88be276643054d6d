type Asked = {
  /** What is posted, as JSON; without it the address is read. */
  body?: unknown
  /** Milliseconds after which no answer is waited for, its body's end included. */
  withinMs?: number
  /** It goes through though the page is being closed. */
  keepalive?: boolean
}

/** Asks the app for JSON from a script that leads nowhere else. @returns null when no answer came. */
export async function askApp(url: string, { body, withinMs = 10_000, keepalive = false }: Asked = {}): Promise<Response | null> {
  const signal = AbortSignal.timeout(withinMs)
  const posted = body !== undefined && { method: 'POST', body: JSON.stringify(body), keepalive }
  const headers = { Accept: 'application/json', ...(posted && { 'Content-Type': 'application/json' }) }
  return fetch(url, { headers, signal, ...posted }).catch(() => null)
}
