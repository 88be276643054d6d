import { tellOfChanges } from './domain/agenda/prepare/digest/tell.server.ts'
import { lapseBooking } from './domain/booking/approval/commands.server.ts'
import { tellWatchers } from './domain/booking/watch/watch.server.ts'
import { closeRoom } from './domain/meeting/end.server.ts'
import { tellOfWaiting } from './domain/meeting/turn-up/waiting.server.ts'
import { sendMail } from './mail/handlers.server.ts'
import { readIncoming } from './mail/inbox/handle-incoming.server.ts'
import { findPlace, keepIncoming } from './mail/inbox/incoming.server.ts'
import { now } from './platform/clock.server.ts'
import { env } from './platform/env.server.ts'
import { watchMailbox } from './platform/inbox/imap.server.ts'
import { startWorker } from './platform/outbox.server.ts'

/** Joins outbox topics to what they set off. The only file that knows both the domain and mail. */
export function startJobs(): Promise<{ stop(): Promise<void> }> {
  return startWorker({
    'mail.send': sendMail,
    'meeting.close-room': closeRoom,
    'watch.tell': (asked) => tellWatchers(asked, now()),
    'approval.lapse': (asked) => lapseBooking(asked, now()),
    'inbox.read': readIncoming,
    'waiting.tell': (asked) => tellOfWaiting(asked, now()),
    'agenda.tell': (asked) => tellOfChanges(asked, now()),
  })
}

/** Reads our own mailbox, where one is set. */
export function startInbox(): { stop(): Promise<void> } | null {
  const { IMAP_URL } = env()
  return IMAP_URL ? watchMailbox(IMAP_URL, { findPlace, keep: keepIncoming }) : null
}
