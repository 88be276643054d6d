import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { roomPreviews } from '#app/domain/agenda/ui/room/previews.tsx'
import { messages } from '#app/i18n/messages.ts'

test('the room is drawn whole in every state of a call, without inline style and without a hole in a text', () => {
  const previews = roomPreviews()
  expect(new Set(previews.map(({ name, locale }) => name + locale)).size).toBe(previews.length)
  for (const { name, element } of previews) {
    const html = renderToStaticMarkup(element)
    expect(html, name).toContain('class="room-bar"')
    expect(html, name).not.toMatch(/ style=|\{\w+\}|undefined|NaN/)
  }
})

test('a call says in words what it is in', () => {
  const { stage, guests, door, leave } = messages('da').room
  expect(draw('call-interrupted')).toContain(stage.interrupted)
  expect(draw('call-sound-blocked')).toContain(stage.soundOn)
  expect(draw('call-own-screen')).toContain(stage.yourScreen)
  expect(draw('call-alone')).toContain(stage.alone)
  expect(draw('call-joining')).toContain(door.joining)
  expect(draw('call-coming-back')).toContain(door.rejoining)
  expect(draw('call-guest-waits')).toContain(guests.admit)
  expect(draw('call-leave-open')).toContain(leave.title)
  expect(draw('call-pair').match(new RegExp(stage.microphoneOff, 'g'))).toBeNull()
  expect(draw('call-muted').match(new RegExp(stage.microphoneOff, 'g'))).toHaveLength(2)
})

test('a host is asked before the room closes for all, a guest who leaves is not', () => {
  const { leave } = messages('da').room
  expect(draw('call-pair')).toContain(leave.end)
  expect(draw('call-pair-guest')).not.toContain(leave.end)
})

test('one dialog at most is open, and each in a state of its own', () => {
  const open = roomPreviews().filter(({ locale }) => locale === 'da').flatMap(({ name, element }) => (
    renderToStaticMarkup(element).match(/<dialog[^>]* data-open=/g) ?? []).map(() => name))
  expect(open).toEqual([
    'call-people-open', 'call-leave-open', 'call-record-open', 'call-record-alone', 'call-effect-loading', 'call-effect-slow',
    'call-devices-open', 'call-layout-open', 'call-shortcuts-open', 'call-saving-open', 'call-take-share', 'document-choose', 'document-refused', 'mirror-choose',
  ])
})

test('a document says where it is, and why it can not be seen', () => {
  const { document } = messages('da').room
  expect(draw('document-host')).toContain(document.hide)
  expect(draw('document-guest')).not.toContain(document.hide)
  expect(draw('document-astray')).toContain(document.follow)
  expect(draw('document-loading')).toContain(document.loading)
  expect(draw('document-locked')).toContain(document.fault.locked)
  expect(draw('document-unreachable')).toContain(document.tryAgain)
  expect(draw('document-refused')).toContain(document.fault['too-many-pages'])
})

test('speaking time stands before the host in words, and a guest reads of it at the door', () => {
  const { mirror } = messages('da').room
  expect(draw('mirror-counted')).toContain('Velkommen og rammen: du 70 %')
  expect(draw('mirror-counted')).toContain('Hvor står I i dag? du 33 %')
  expect(draw('mirror-counted')).toContain(mirror.uncountedOne)
  expect(draw('mirror-counted')).toContain('Uden for punkterne: der er ikke talt nok endnu')
  expect(draw('mirror-counted')).toContain('<span aria-hidden="true">1:30</span><span class="visually-hidden">1 min. 30 sek.</span>')
  expect(draw('mirror-counted')).toContain('<span aria-hidden="true">0:12</span><span class="visually-hidden">12 sek.</span>')
  expect(draw('mirror-empty')).toContain(mirror.none)
  expect(draw('mirror-told')).toContain(mirror.isOn)
  expect(draw('mirror-off')).toContain(mirror.isOff)
})

function draw(name: string): string {
  const found = roomPreviews().find((preview) => preview.name === name && preview.locale === 'da')
  if (!found) throw new Error(`No preview is called ${name}`)
  return renderToStaticMarkup(found.element)
}
