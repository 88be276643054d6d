import { expect, test } from 'vitest'
import { previewMails } from '#app/mail/previews.ts'
import { CAST } from '../../db/seeds/cast.ts'

const mails = previewMails({ consultant: CAST.consultant, guest: CAST.soren, colleague: CAST.amina })

test('every mail can be looked at, for both sides, in both languages', () => {
  expect(mails).toHaveLength(36)
  expect(new Set(mails.map((mail) => mail.name)).size).toBe(36)
})

test('no text is left with an unfilled name in it', () => {
  for (const mail of mails) expect(`${mail.subject}${mail.text}${mail.html.replace(/<style>.*<\/style>/s, '')}`).not.toMatch(/\{\w+\}/)
})

test('the two languages share no title', () => {
  const titles = (locale: string) => new Set(mails.filter((mail) => mail.locale === locale).map((mail) => mail.text.split('\n')[0]))
  expect([...titles('da')].filter((title) => titles('en').has(title))).toEqual([])
})

test('everything about a meeting but its summary carries a calendar', () => {
  for (const mail of mails) expect(mail.ics === null).toBe(['summary', 'freed', 'earlier', 'confirm'].includes(mail.kind))
})
