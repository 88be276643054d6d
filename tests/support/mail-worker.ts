/** Run as a process of its own: sends mail as the product does, until somebody stops or kills it. */
import { sendMail } from '#app/mail/handlers.server.ts'
import { startWorker } from '#app/platform/outbox.server.ts'

await startWorker({ 'mail.send': sendMail, 'meeting.close-room': async () => {}, 'watch.tell': async () => {}, 'approval.lapse': async () => {}, 'inbox.read': async () => {}, 'waiting.tell': async () => {}, 'agenda.tell': async () => {} })
process.stdout.write('ready\n')
