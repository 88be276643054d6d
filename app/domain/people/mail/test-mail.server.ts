import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { newId } from '#app/kernel/ids.ts'
import { SECOND_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { env, publicUrl } from '#app/platform/env.server.ts'
import { log, mask } from '#app/platform/log.server.ts'
import { deliver, type OutgoingMessage } from '#app/platform/smtp.server.ts'
import { faultOf, reasonOf } from '#app/platform/smtp/fault.ts'
import type { Consultant } from '../consultant.ts'
import { organizer } from './organizer.server.ts'
import type { TestMailOutcome } from './test-mail.ts'

const PATIENCE_MS = 15 * SECOND_MS

/** Sends the consultant a mail at once, so that what the mail server says of it can be shown. */
export async function sendTestMail(to: Pick<Consultant, 'name' | 'email' | 'locale'>, now: number): Promise<TestMailOutcome> {
  const delivery = deliver(testMail(to, now)).then(
    (): TestMailOutcome => ({ outcome: env().SMTP_URL ? 'sent' : 'kept' }),
    (error: unknown): TestMailOutcome => {
      log('warn', 'test-mail-refused', { error })
      const said = mask(reasonOf(error))
      return { outcome: 'refused', fault: faultOf(said), said }
    },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<TestMailOutcome>((resolve) => { timer = setTimeout(() => resolve({ outcome: 'slow' }), PATIENCE_MS) })
  return Promise.race([delivery, late]).finally(() => clearTimeout(timer))
}

function testMail({ name, email, locale }: Pick<Consultant, 'name' | 'email' | 'locale'>, now: number): OutgoingMessage {
  const { delivery: { test }, common: { productName: product } } = messages(locale)
  return {
    id: newId(), writtenAt: now, from: organizer(), to: { name, address: email }, replyTo: null,
    subject: fill(test.subject, { product }),
    text: fill(test.body, { name, url: publicUrl() + paths.deskMail() }),
    html: null, calendar: null,
  }
}
