export type ConnectionPart = 'signal' | 'reports' | 'udp' | 'tcp' | 'turn' | 'turn-tls'

/**
 * open: it answers as it should. listening: it is held, but talks to browsers alone. shut: nothing answers.
 * certificate: it answers, and browsers would not believe who it is.
 * not-set: the settings ask for none. elsewhere: a media server of others, of which only they know.
 */
export type ConnectionState = 'open' | 'listening' | 'shut' | 'certificate' | 'not-set' | 'elsewhere'

/** `address` as it was asked; `note` is what the certificate's fault is called. */
export type TestedPart = { part: ConnectionPart; state: ConnectionState; address: string | null; note: string | null }
