import type { OutgoingMessage } from '#app/platform/smtp.server.ts'

const ICS = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', `SUMMARY:Møde med Søren ${'æøå'.repeat(8)}`, 'END:VCALENDAR', ''].join('\r\n')

/** A message with everything in it, with some of it changed. */
export function outgoing(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    id: '6f1c1c1e-3f0a-4c55-9a3e-0a8f6f2f0001',
    writtenAt: Date.UTC(2026, 10, 24, 8, 30),
    from: { name: 'Fremmøde', address: 'moeder@fremmode.example' },
    to: { name: 'Søren Kjær', address: 'soren.kjaer@example.com' },
    replyTo: null,
    subject: 'Dit møde med Mette Holm: onsdag den 25. november kl. 09.00',
    text: 'Vi ses.\n.\nEn linje med et punktum først.',
    html: '<p>Vi ses.</p>',
    calendar: { method: 'REQUEST', content: ICS },
    ...changes,
  }
}
