import { lapseBooking } from './domain/booking/approval/commands.server.ts'
import { tellWatchers } from './domain/booking/watch/watch.server.ts'
import { closeRoom } from './domain/meeting/end.server.ts'
import { tellOfWaiting } from './domain/meeting/turn-up/waiting.server.ts'
import { sendMail } from './mail/handlers.server.ts'
import { now } from './platform/clock.server.ts'
import { startWorker } from './platform/outbox.server.ts'

/** Joins outbox topics to what they set off. The only file that knows both the domain and mail. */
export function startJobs(): Promise<{ stop(): Promise<void> }> {
  return startWorker({
    'mail.send': sendMail,
    'meeting.close-room': closeRoom,
    'watch.tell': (asked) => tellWatchers(asked, now()),
    'approval.lapse': (asked) => lapseBooking(asked, now()),
    'waiting.tell': (asked) => tellOfWaiting(asked, now()),
  })
}
