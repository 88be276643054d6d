import { messages } from '#app/i18n/messages.ts'
import { env } from '#app/platform/env.server.ts'
import type { MailParty } from '#app/platform/smtp.server.ts'

/** One constant address sends every mail and organizes every meeting: calendars refuse another for a known UID. */
export function organizer(): MailParty {
  return { name: messages('da').common.productName, address: env().MAIL_FROM }
}
