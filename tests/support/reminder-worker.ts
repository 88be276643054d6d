/** Run as a process of its own: looks for what is due at REMINDED_AT again and again, until somebody kills it. */
import { tellDue } from '#app/domain/meeting/reminders/tell.server.ts'

const at = Number(process.env.REMINDED_AT)
const looking = tellDue(at)
process.stdout.write('told\n')
await looking
for (;;) await tellDue(at)
