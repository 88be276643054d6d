/** The ways by which a reminder can reach a guest. */
export type ChannelName = 'mail' | 'sms'

/** Where somebody can be reached. */
export type Reachable = { email: string; phone: string | null }

/** One way, whatever it carries. */
export type ReminderChannel<Message> = {
  /** Is it set up, and does it reach this recipient? */
  reaches(recipient: Reachable): boolean
  /** @throws {PermanentRefusal} when the same message would be refused again; anything else may be tried again. */
  send(message: Message): Promise<void>
}

/**
 * A telephone number as E.164 has it: `+`, the country's code and the rest, fifteen digits at most. Null for one
 * without its country, for guessing that sends the message to a stranger.
 */
export function readE164(phone: string | null): string | null {
  const bare = (phone ?? '').replaceAll(/[\s().-]/g, '').replace(/^00/, '+')
  return /^\+[1-9]\d{6,14}$/.test(bare) ? bare : null
}
