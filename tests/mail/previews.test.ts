import { expect, test } from 'vitest'
import { previewMails } from '#app/mail/previews.ts'
import { CAST } from '../../db/seeds/cast.ts'

const mails = previewMails({ consultant: CAST.consultant, guest: CAST.soren, colleague: CAST.amina })

test('every mail can be looked at, for both sides, in both languages', () => {
  expect(mails).toHaveLength(70)
  expect(new Set(mails.map((mail) => mail.name)).size).toBe(70)
})

test('no text is left with an unfilled name in it', () => {
  for (const mail of mails) expect(`${mail.subject}${mail.text}${mail.html.replace(/<style>.*<\/style>/s, '')}`).not.toMatch(/\{\w+\}/)
})

test('the two languages share no title', () => {
  const titles = (locale: string) => new Set(mails.filter((mail) => mail.locale === locale).map((mail) => mail.text.split('\n')[0]))
  expect([...titles('da')].filter((title) => titles('en').has(title))).toEqual([])
})

test('everything about an agreed meeting but its summary carries a calendar, and nothing else does', () => {
  const withCalendar = ['invitation', 'update', 'cancellation', 'people', 'removal', 'counter-declined']
  // The entry of the one who booked names no colleague, so it is as it was.
  const isUnchanged = (name: string) => name.startsWith('people-gone-guest')
  for (const mail of mails) expect(mail.ics !== null, mail.name).toBe(withCalendar.includes(mail.kind) && !isUnchanged(mail.name))
})
