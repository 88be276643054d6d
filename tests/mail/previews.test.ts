import { expect, test } from 'vitest'
import { previewMails } from '#app/mail/previews.ts'
import { CAST } from '../../db/seeds/cast.ts'

const mails = previewMails({ consultant: CAST.consultant, guest: CAST.soren, colleague: CAST.amina })

test('every mail can be looked at, for both sides, in both languages', () => {
  expect(mails).toHaveLength(94)
  expect(new Set(mails.map((mail) => mail.name)).size).toBe(94)
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

test('the text says all that the HTML says, in its order, and the HTML all of the text; links are the same', () => {
  for (const { name, text, html, subject } of mails) {
    expect(wordsOf(text), name).toEqual(wordsOf(saidIn(html)))
    const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => plain(href)).filter((href) => href.startsWith('http'))
    expect(text.match(/https?:\/\/\S+/g) ?? [], name).toEqual(hrefs)
    expect(subject, name).toBe(subject.trim())
  }
})

test('nothing is fetched from elsewhere: no picture, no style sheet, no script, no frame', () => {
  for (const { name, html } of mails) expect(html, name).not.toMatch(/<(img|link|script|iframe|object|video|svg)\b|url\(|@import|\ssrc(set)?=/i)
})

test('both colour schemes are named, and dark has a colour for each class that light sets', () => {
  for (const { name, html } of mails) {
    expect(html, name).toContain('<meta name="color-scheme" content="light dark">')
    const dark = /prefers-color-scheme:dark\)\{(.*?)\}\}/s.exec(html)?.[1] ?? ''
    for (const [, classes = ''] of html.matchAll(/class="([^"]+)"/g)) for (const one of classes.split(' ')) expect(dark, `${name}: ${one}`).toContain(`.${one}{`)
  }
})

test('mails that are news can be ended, and no other mail is', () => {
  for (const { name, kind, text } of mails) expect(/\/stop\//.test(text), name).toBe(kind === 'freed' || kind === 'earlier')
})

/** What a reader sees of the HTML, without what is hidden and only shown in lists of mails. */
function saidIn(html: string): string {
  const body = /<h1[\s\S]*<\/body>/.exec(html)?.[0] ?? ''
  const shown = body.replace(/<br>|<\/(p|li|h1|h2|div|blockquote)>/g, '\n').replace(/<[^>]+>/g, '')
  return plain(shown)
}

/** Words and numbers; what a list's number, a quote's sign, a link's address or a label's colon adds to the text does not count. */
function wordsOf(text: string): string[] {
  const body = text.replace(/\n-- \n.*\n/, '\n').replace(/^> /gm, '').replace(/^\d+\. /gm, '').replace(/https?:\/\/\S+/g, '')
  return body.match(/[\p{L}\p{N}@.+-]*[\p{L}\p{N}]/gu) ?? []
}

function plain(markup: string): string {
  return markup.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
