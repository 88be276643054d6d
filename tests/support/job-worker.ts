/** Run as a process of its own: takes jobs, says so, and never ends one, until somebody kills it. */
import { startWorker } from '#app/platform/outbox.server.ts'

const holdForever = (id: string) => new Promise<void>(() => process.stdout.write(`holds ${id}\n`))

await startWorker({
  'mail.send': ({ mailId }) => holdForever(mailId),
  'meeting.close-room': ({ meetingId }) => holdForever(meetingId),
  'watch.tell': ({ hostId }) => holdForever(hostId),
  'approval.lapse': ({ meetingId }) => holdForever(meetingId),
  'inbox.read': async () => {},
  'waiting.tell': ({ meetingId }) => holdForever(meetingId),
  'agenda.tell': ({ meetingId }) => holdForever(meetingId),
})
process.stdout.write('ready\n')
setInterval(() => undefined, 60_000)
