/** Answers as the calendars that people have write them, by what is known of each: structure, parameters, what is left out. */
export type Sample = { name: string; source: string; expected: Record<string, unknown> }

const UID = '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0001'
const OUR_ID = 'b1a55e00-0000-4000-8000-000000000009'
const FROM = 'soren@nordlys.example'

const lines = (...text: string[]) => `${text.join('\r\n')}\r\n`
const base64 = (text: string) => Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n')

const ROMANCE = [
  'BEGIN:VTIMEZONE', 'TZID:Romance Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE',
]

function head(subject: string, ...more: string[]): string {
  return lines(`From: =?UTF-8?B?${Buffer.from('Søren Kjær').toString('base64')}?= <${FROM}>`, 'To: moeder@fremmode.example', `Subject: ${subject}`, 'MIME-Version: 1.0', ...more)
}

function event(method: string, ...properties: string[]): string {
  return lines('BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT', `UID:${UID}`, 'DTSTAMP:20261125T090000Z', ...properties, 'END:VEVENT', 'END:VCALENDAR')
}

const GOOGLE = event('REPLY', 'DTSTART:20261126T090000Z', 'DTEND:20261126T093000Z', 'ORGANIZER;CN=Fremm\u00f8de:mailto:moeder@fremmode.example',
  `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=${FROM};X-NUM-GUESTS=0;X-RESPONSE-COMMENT="Jeg er syg":mailto:${FROM}`, 'SEQUENCE:0', 'STATUS:CONFIRMED')

const OUTLOOK = lines('BEGIN:VCALENDAR', 'METHOD:REPLY', 'PRODID:Microsoft Exchange Server 2010', 'VERSION:2.0', ...ROMANCE, 'BEGIN:VEVENT',
  `ATTENDEE;PARTSTAT=TENTATIVE;CN=S\u00f8ren:MAILTO:Soren@Nordlys.example`, 'COMMENT;LANGUAGE=da-DK:Jeg kommer senere\\, hvis toget er der.\\n', `UID:${UID}`,
  'SUMMARY;LANGUAGE=da-DK:Foresp\u00f8rgsel', 'DTSTART;TZID=Romance Standard Time:20261126T100000', 'DTEND;TZID=Romance Standard Time:20261126T103000',
  'CLASS:PUBLIC', 'DTSTAMP:20261125T090000Z', 'SEQUENCE:2', 'X-MICROSOFT-CDO-APPT-SEQUENCE:2', 'END:VEVENT', 'END:VCALENDAR')

const OUTLOOK_COUNTER = OUTLOOK.replace('METHOD:REPLY', 'METHOD:COUNTER').replaceAll('20261126T10', '20270702T14')

const APPLE = event('REPLY', `ATTENDEE;CN="Søren Kjær";CUTYPE=INDIVIDUAL;EMAIL="${FROM}";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:urn:uuid:8f2b7b0e`, 'SEQUENCE:1')

const THUNDERBIRD_COUNTER = event('COUNTER', 'DTSTART;TZID=/mozilla.org/20070129_1/Europe/Copenhagen:20270702T140000', 'DURATION:PT30M', 'SEQUENCE:0',
  `ATTENDEE;PARTSTAT=TENTATIVE:mailto:${FROM}`, 'COMMENT:Eller fredag?')

function alternative(calendar: string, method: string): string {
  return lines('Content-Type: multipart/mixed; boundary="outer"', '', '--outer', 'Content-Type: multipart/alternative; boundary="inner"', '',
    '--inner', 'Content-Type: text/plain; charset="UTF-8"', '', 'Svar', '--inner', 'Content-Type: text/html; charset="UTF-8"', '', '<p>Svar</p>',
    '--inner', `Content-Type: text/calendar; charset="UTF-8"; method=${method}`, 'Content-Transfer-Encoding: base64', '', base64(calendar), '--inner--',
    '--outer', 'Content-Type: application/ics; name="invite.ics"', 'Content-Disposition: attachment; filename="invite.ics"', 'Content-Transfer-Encoding: base64', '', base64(calendar), '--outer--')
}

function alone(calendar: string, method: string, charset = 'utf-8'): string {
  return `${lines(`Content-Type: text/calendar; method=${method}; charset=${charset}`, 'Content-Transfer-Encoding: 8bit', '')}${calendar}`
}

function report(action: string, returned: string): string {
  return lines('Content-Type: multipart/report; report-type=delivery-status; boundary="edge"', '', '--edge', 'Content-Type: text/plain', '', 'Sorry.',
    '--edge', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.nordlys.example', '', 'Final-Recipient: rfc822; soren@nordlys.example',
    `Action: ${action}`, 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 User', ' unknown', '--edge', `Content-Type: ${returned}`, '',
    `Message-ID: <${OUR_ID}@fremmode.example>`, 'Subject: Aftalt', '', '--edge--')
}

const DAEMON = lines('From: Mail Delivery System <MAILER-DAEMON@mx.nordlys.example>', 'To: moeder@fremmode.example', 'Subject: Undelivered', 'MIME-Version: 1.0', 'Auto-Submitted: auto-replied')

export const SAMPLES: Sample[] = [
  {
    name: 'Google declines with a word', source: head('Afvist', 'Auto-Submitted: auto-generated') + alternative(GOOGLE, 'REPLY'),
    expected: { kind: 'reply', reply: { uid: UID, sequence: 0, comment: 'Jeg er syg', attendees: [{ address: FROM, partstat: 'declined' }] } },
  },
  {
    name: 'Outlook may come, leaves ORGANIZER out, and names a Windows zone', source: head('Foreløbig') + alternative(OUTLOOK, 'REPLY'),
    expected: { kind: 'reply', reply: { uid: UID, sequence: 2, comment: 'Jeg kommer senere, hvis toget er der.', attendees: [{ address: FROM, partstat: 'tentative' }], startsAt: Date.UTC(2026, 10, 26, 9) } },
  },
  {
    name: 'Outlook proposes another time, in summer', source: head('Ny tid') + alone(OUTLOOK_COUNTER, 'COUNTER'),
    expected: { kind: 'counter', reply: { method: 'COUNTER', startsAt: Date.UTC(2027, 6, 2, 12) } },
  },
  {
    name: 'Apple names a person and writes the address beside it', source: head('Accepteret') + alternative(APPLE, 'REPLY'),
    expected: { kind: 'reply', reply: { sequence: 1, attendees: [{ address: FROM, partstat: 'accepted' }] } },
  },
  {
    name: 'Thunderbird proposes another time, in a zone with a path', source: head('Modforslag') + alternative(THUNDERBIRD_COUNTER, 'COUNTER'),
    expected: { kind: 'counter', reply: { startsAt: Date.UTC(2027, 6, 2, 12), comment: 'Eller fredag?' } },
  },
  {
    name: 'the whole mail is the calendar, in Latin 1 that calls itself by no name', source: head('Svar') + alone(event('REPLY', `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${FROM}`, 'COMMENT:Tak'), 'REPLY', 'x-unheard-of'),
    expected: { kind: 'reply', reply: { comment: 'Tak' } },
  },
  { name: 'the part is called an answer and holds an invitation', source: head('Svar') + alone(event('REQUEST'), 'REPLY'), expected: { kind: 'broken' } },
  { name: 'the part is called one answer and holds another', source: head('Svar') + alone(event('COUNTER'), 'REPLY'), expected: { kind: 'broken' } },
  { name: 'an answer to one of a series', source: head('Svar') + alone(event('REPLY', 'RECURRENCE-ID:20261126T090000Z'), 'REPLY'), expected: { kind: 'broken' } },
  { name: 'a calendar that is none', source: head('Svar') + alone('BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n', 'REPLY'), expected: { kind: 'broken' } },
  { name: 'a mail server sends a mail back', source: DAEMON + report('failed', 'message/rfc822'), expected: { kind: 'bounce', mailId: OUR_ID, reason: '550 5.1.1 User unknown' } },
  { name: 'it sends only the head back', source: DAEMON + report('failed', 'text/rfc822-headers'), expected: { kind: 'bounce', mailId: OUR_ID } },
  { name: 'a mail is late', source: DAEMON + report('delayed', 'message/rfc822'), expected: { kind: 'auto-reply' } },
  { name: 'a mail that is not ours comes back', source: DAEMON + report('failed', 'message/rfc822').replaceAll('fremmode.example', 'other.example'), expected: { kind: 'bounce', mailId: null } },
  {
    name: 'an old mail server writes a letter', source: `${DAEMON.replace('auto-replied', 'auto-generated')}${lines('', 'Hi. This is the qmail-send program.', '550 5.7.1 no such user', '', `Message-ID: <${OUR_ID}@fremmode.example>`)}`,
    expected: { kind: 'bounce', mailId: OUR_ID, reason: '550 5.7.1 no such user' },
  },
  { name: 'nobody is at home', source: `${head('Ikke til stede', 'Auto-Submitted: auto-replied', `In-Reply-To: <${OUR_ID}@fremmode.example>`)}${lines('', 'Jeg er på ferie.')}`, expected: { kind: 'auto-reply' } },
  { name: 'nobody is at home, and a calendar lies beside it', source: head('Ikke til stede', 'Auto-Submitted: auto-replied') + alternative(GOOGLE, 'REPLY'), expected: { kind: 'auto-reply' } },
  { name: 'nobody is at home, as it was said before there was a rule', source: `${head('Ferie', 'X-Autoreply: yes')}${lines('', 'Væk.')}`, expected: { kind: 'auto-reply' } },
  { name: 'a newsletter', source: `${head('Nyt', 'Precedence: bulk')}${lines('', 'Køb.')}`, expected: { kind: 'auto-reply' } },
  { name: 'a person writes', source: `${head('Sv: Aftalt')}${lines('', 'Kan vi tage den klokken elleve?')}`, expected: { kind: 'other' } },
  {
    name: 'a mail that holds somebody else’s answer inside', source: `${head('Fwd: Svar')}${lines('Content-Type: multipart/mixed; boundary="edge"', '', '--edge', 'Content-Type: text/plain', '', 'Se her', '--edge', 'Content-Type: message/rfc822', '')}${head('Svar')}${alone(GOOGLE, 'REPLY')}${lines('', '--edge--')}`,
    expected: { kind: 'other' },
  },
]
