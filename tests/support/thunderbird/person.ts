import { readIcs, readText } from '../ics-bytes.ts'
import type { MailStore } from './mail-store.ts'
import { startThunderbird, type InvitationBar } from './thunderbird.ts'

/** What Thunderbird let its owner do with a mail, and so did: nothing when the calendar was past it. */
export type Done = 'accepted' | 'updated' | 'deleted' | 'nothing'

export type Entry = { uid: string; starts: string; ends: string; sequence: number; summary: string; status: string; answers: Record<string, string> }

/** Somebody who opens every invitation in Thunderbird, and presses the first button that it offers for the calendar. */
export type Person = {
  email: string
  receive: (raw: Buffer) => Promise<Done>
  /** The entries of their calendar, in order of time. */
  readEntries: () => Promise<Entry[]>
  stop: () => Promise<void>
}

const BUTTONS: [id: string, done: Done][] = [
  ['imipAcceptButton', 'accepted'], ['imipUpdateButton', 'updated'], ['imipDeleteButton', 'deleted'],
]

export async function openThunderbird(who: { name: string; email: string }, { store, smtpUrl }: { store: MailStore; smtpUrl: string }): Promise<Person> {
  const { name, email } = who
  const thunderbird = await startThunderbird({ name, email, imapPort: store.port, smtpPort: Number(new URL(smtpUrl).port) })
  let received = 0
  return {
    email,
    receive: async (raw) => {
      await store.deliver(email, raw)
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
