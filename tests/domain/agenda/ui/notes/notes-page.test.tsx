import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { notesPreviews } from '#app/domain/agenda/ui/notes/previews.tsx'
import { messages } from '#app/i18n/messages.ts'

const { notes: { gone }, page } = messages('da').agenda.writing

test('the text of a removed point stands below that of the whole meeting, in a form of its own', () => {
  const html = draw('notes-gone-guest')
  expect(html).toContain('Prisen fra i fjor gælder til påske.</textarea>')
  expect(html.indexOf(`>${gone}</label>`)).toBeGreaterThan(html.indexOf('>Hele mødet</label>'))
  expect(html).toContain(page.saveGone)
  expect(draw('notes-written-guest')).not.toContain(gone)
})

test('after the meeting it stands there to be read', () => {
  const html = draw('notes-over-gone-host')
  expect(html).toContain(`<h2>${gone}</h2><p class="said">Prisen fra i fjor gælder til påske.</p>`)
  expect(html).not.toContain('<textarea')
})

function draw(name: string): string {
  const preview = notesPreviews().find((one) => one.name === name && one.locale === 'da')
  return preview ? renderToString(preview.element) : ''
}
