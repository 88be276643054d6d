import { randomUUID } from 'node:crypto'
import { readIcs, readText } from '../ics-bytes.ts'
import type { MailStore } from './mail-store.ts'
import { startThunderbird, type InvitationBar } from './thunderbird.ts'

/** What Thunderbird let its owner do with a mail, and so did: nothing when the calendar was past it. */
export type Done = 'accepted' | 'updated' | 'deleted' | 'nothing'

/** An entry of a calendar: ISO instants, and PARTSTAT by address. */
export type Entry = {
  uid: string
  starts: string
  ends: string
  sequence: number
  summary: string
  status: string
  answers: Record<string, string>
}

/** Somebody who opens every invitation in Thunderbird, and presses the first button that it offers for the calendar. */
export type Person = {
  receive: (raw: Buffer) => Promise<Done>
  /** The entries of their calendar, in order of time. */
  readEntries: () => Promise<Entry[]>
  stop: () => Promise<void>
}

type Servers = { store: MailStore; smtpUrl: string }

const BUTTONS: [id: string, done: Done][] = [
  ['imipAcceptButton', 'accepted'], ['imipUpdateButton', 'updated'], ['imipDeleteButton', 'deleted'],
]

/** A Thunderbird and an empty mailbox for somebody. */
export async function openThunderbird({ name, email }: { name: string; email: string }, servers: Servers): Promise<Person> {
  const [mailbox, pop3Port, smtpPort] = [randomUUID(), servers.store.port, Number(new URL(servers.smtpUrl).port)]
  const thunderbird = await startThunderbird({ name, email, mailbox, pop3Port, smtpPort })
  let received = 0
  return {
    receive: async (raw) => {
      await servers.store.deliver(mailbox, raw)
      received += 1
      const [button, done] = chooseButton(await thunderbird.openNewest(received))
      if (button) await thunderbird.press(button)
      return done
    },
    readEntries: async () => (await thunderbird.readCalendar()).map(readEntry).sort((one, other) => one.starts.localeCompare(other.starts)),
    stop: thunderbird.stop,
  }
}

/** @throws {Error} when the bar neither offers anything for the calendar nor says that it has been processed. */
function chooseButton({ says, offers }: InvitationBar): [string | null, Done] {
  const offered = BUTTONS.find(([id]) => offers.includes(id))
  if (offered) return offered
  if (!says.includes('already been processed')) throw new Error(`Thunderbird says "${says}" and offers ${offers.join(', ')}`)
  return [null, 'nothing']
}

function readEntry(text: string): Entry {
  const properties = readIcs(text)
  const value = (name: string) => properties.find((property) => property.name === name)?.value ?? ''
  const attendees = properties.filter(({ name }) => name === 'ATTENDEE')
  return {
    uid: value('UID'), starts: isoOf(value('DTSTART')), ends: isoOf(value('DTEND')), sequence: Number(value('SEQUENCE')),
    summary: readText(value('SUMMARY')), status: value('STATUS'),
    answers: Object.fromEntries(attendees.map((attendee) => [attendee.value.replace('mailto:', ''), attendee.parameters.PARTSTAT ?? ''])),
  }
}

/** A DATE-TIME in UTC (RFC 5545 §3.3.5) as an ISO instant. */
function isoOf(text: string): string {
  return text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z')
}
