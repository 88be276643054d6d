import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { EMPTY_AGENDA } from '#app/domain/agenda/agenda.ts'
import { nextFeedState, startFeedState } from '#app/domain/agenda/ui/feed/feed-state.ts'
import { itemsToDraw } from '#app/domain/agenda/ui/panel/editor.ts'
import { feedWords } from '#app/domain/agenda/ui/panel/news.tsx'
import { mayEditItem, mayRemoveItem } from '#app/domain/agenda/ui/panel/permission.ts'
import { panelPreviews } from '#app/domain/agenda/ui/panel/previews.tsx'
import { sayRefusal, typedIn } from '#app/domain/agenda/ui/panel/refusal-words.ts'
import { messages } from '#app/i18n/messages.ts'

const texts = messages('da').agenda

test('every state is drawn on the server, without inline style and without a hole in a text', () => {
  const previews = panelPreviews()
  expect(new Set(previews.map(({ name, locale }) => name + locale)).size).toBe(previews.length)
  for (const { name, locale } of previews) {
    const html = draw(name, locale)
    expect(html, name).toContain(messages(locale).agenda.title)
    expect(html, name).not.toMatch(/ style=|\{\w+\}|undefined|NaN/)
  }
})

test('only the host leads: a guest has no step button and no ticks, and may say of any point that it matters most', () => {
  expect(draw('running-host')).toContain(texts.host.next)
  expect(draw('running-host').match(/aria-label="Flere valg/g)).toHaveLength(4)
  expect(draw('running-guest')).not.toContain(texts.host.next)
  expect(draw('running-guest')).not.toContain('type="checkbox"')
  expect(draw('running-guest').match(/aria-label="Flere valg/g)).toHaveLength(4)
})

test('the clock tells what is left, and kindly that it is used', () => {
  expect(plain(draw('running-guest'))).toContain('11:00 tilbage')
  expect(plain(draw('over-time-guest'))).toContain('4 min. over tiden.')
})

test('a guest at the door suggests points and writes no lines', () => {
  const html = draw('at-the-door-guest')
  expect(html).toContain(texts.item.add)
  expect(html).not.toContain('<textarea')
})

test('the host shows the document of a point by one press at the point, and a guest has no such button', () => {
  const { showPoint, hide, forAll } = messages('da').room.document
  const html = draw('documents-host')
  expect(html.match(new RegExp(`aria-label="(${showPoint}|${hide}):[^"]*`, 'g'))).toEqual([
    `aria-label="${hide}: Hvor står I i dag?`, `aria-label="${showPoint}: Næste skridt`,
  ])
  expect(plain(html)).toContain(`${hide}${forAll}`)
  expect(draw('documents-guest')).not.toMatch(new RegExp(`${showPoint}|${hide}`))
})

test('what was prepared is there to save for everybody: at its point, or for the whole meeting; the host may show what is a PDF', () => {
  for (const name of ['files-host', 'files-guest', 'over-guest']) {
    const html = draw(name)
    expect(html.match(/href="#files\/[\w-]+"/g), name).toHaveLength(3)
    expect(html.indexOf('#files/document-1') < html.indexOf(texts.files.title), name).toBe(name !== 'over-guest')
    expect(plain(html)).toContain('Fra Søren Kjær')
  }
  expect(draw('files-host').match(/aria-label="(Vis dokument|Stop visningen): [^"]+/g)).toHaveLength(3)
  expect(draw('files-host')).not.toContain('Vis dokument: Kundeundersøgelsens')
  expect(draw('files-guest')).not.toContain('Vis dokument')
  expect(plain(draw('files-failed-guest'))).toContain(`${texts.files.failed} ${texts.files.again}`)
})

test('the text of a removed point stands below that of the whole meeting, and leads to the field', () => {
  const { gone, whole, writeOnGone } = texts.writing.notes
  for (const name of ['notes-gone-host', 'notes-gone-guest']) {
    const html = draw(name)
    expect(html).toContain(`<h3 class="panel-whole">${gone}</h3><p class="panel-text">Prisen fra i fjor gælder til påske.</p>`)
    expect(html.indexOf(gone)).toBeGreaterThan(html.indexOf(whole))
    expect(html).toContain(`aria-label="${writeOnGone}"`)
    expect(html).toContain(`<option value="removed">${gone}</option>`)
  }
  expect(draw('notes-host')).not.toContain(gone)
})

test('after the meeting everything is there to read and nothing to press', () => {
  const html = draw('over-host')
  expect(html).toContain(texts.refused.closed)
  expect(html).toContain('Vi begynder med et hold på seks.')
  expect(html).not.toMatch(/<(button|input|textarea|select)/)
})

test('a refused change is told with its reason and gives back what was typed', () => {
  const html = draw('refused-guest')
  expect(html).toContain(texts.refused['too-many'])
  expect(html).toContain('Du skrev: Vi begynder med et hold på seks.')
  expect(sayRefusal('meeting-ended', texts)).toBe(texts.refused.closed)
  expect(typedIn({ kind: 'entry-edit', entryId: 'e', text: 'Sender', owner: 'Mette', due: '2026-12-01' })).toBe('Sender\nMette, 2026-12-01')
  expect(typedIn({ kind: 'item-remove', itemId: 'i' })).toBe('')
})

test('whoever has a page that is older than the server is told to load it again, whatever the reason is called', () => {
  expect(draw('refused-host')).toContain(texts.refused.malformed)
  expect(draw('refused-host')).toContain('Du skrev: Ingen har fulgt op.')
  for (const reason of ['malformed', 'a-reason-of-next-year']) {
    const { refused: [one] } = nextFeedState(
      startFeedState(0, EMPTY_AGENDA, [{ changeId: 'c', change: { kind: 'item-start', itemId: null }, at: 1, version: null }]),
      { kind: 'refused', changeId: 'c', ...JSON.parse(JSON.stringify({ reason })) },
    )
    expect(one && sayRefusal(one.reason, texts)).toBe(texts.refused.malformed)
  }
})

test('the state of the connection is told in one line, and not at all when all is well', () => {
  expect(feedWords({ waiting: 0, isLive: true }, texts.feed)).toBe('')
  expect(feedWords({ waiting: 3, isLive: true }, texts.feed)).toBe(texts.feed.saving)
  expect(feedWords({ waiting: 0, isLive: false }, texts.feed)).toBe(texts.feed.offline)
  expect(feedWords({ waiting: 1, isLive: false }, texts.feed)).toBe(texts.feed.waitingOne)
  expect(feedWords({ waiting: 2, isLive: false }, texts.feed)).toContain('2 ændringer')
})

test('a point that is being edited keeps its place after the other side removed it', () => {
  const [a, b] = ['a', 'b'].map((id) => ({ id, title: id, purpose: '', minutes: 5, isDone: false, author: 'guest' as const, spentMs: 0 }))
  if (!a || !b) throw new Error('two items')
  expect(itemsToDraw([b], { kind: 'item', item: a, position: 0 })).toEqual([a, b])
  expect(itemsToDraw([a, b], { kind: 'item', item: a, position: 0 })).toEqual([a, b])
  const agenda = { ...EMPTY_AGENDA, items: [a], currentItemId: 'a', currentSince: 0 }
  expect([mayEditItem(agenda, a, 'guest'), mayRemoveItem(agenda, a, 'guest'), mayRemoveItem(agenda, a, 'host')]).toEqual([true, false, true])
})

function draw(name: string, locale = 'da'): string {
  const preview = panelPreviews().find((one) => one.name === name && one.locale === locale)
  return preview ? renderToString(preview.element) : ''
}

function plain(html: string): string {
  return html.replaceAll(/<[^>]+>/g, '')
}
