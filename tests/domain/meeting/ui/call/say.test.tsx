import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { receiveDoor, say } from '#app/domain/meeting/ui/call/call.ts'
import { createMediaDesk } from '#app/domain/meeting/ui/device/media-desk.ts'
import { Announcer } from '#app/domain/meeting/ui/stage/announcer.tsx'
import { aCall } from './a-call.ts'
import { doorView } from './door-view.ts'

const inside = (...names: string[]) => doorView({
  me: { door: 'admitted' }, hands: names.map((name) => ({ seatId: name, name, identity: name })),
})

test('what one look at the door tells is said in full: no sentence takes the place of another before it is drawn', () => {
  const call = aCall(createMediaDesk(null))
  receiveDoor(call, inside())
  receiveDoor(call, inside('Søren', 'Amina'))
  const { news } = call.store.read()
  expect(news.map(({ text }) => text)).toEqual(['Søren har et spørgsmål.', 'Amina har et spørgsmål.'])
  expect(renderToStaticMarkup(<Announcer news={news} />)).toBe(
    '<div class="room-news" role="status" aria-atomic="false"><p>Søren har et spørgsmål.</p><p>Amina har et spørgsmål.</p></div>',
  )
})

test('the same word of the door, which comes as an answer and on the stream, draws nothing anew', () => {
  const call = aCall(createMediaDesk(null))
  receiveDoor(call, inside('Søren'))
  const shown = call.store.read()
  receiveDoor(call, inside('Søren'))
  expect(call.store.read()).toBe(shown)
  receiveDoor(call, inside())
  expect(call.store.read()).not.toBe(shown)
})

test('a sentence that is said twice is told twice, and what was said before it stays the same', () => {
  const call = aCall(createMediaDesk(null))
  say(call, 'Forbindelsen er tilbage.')
  const [first] = call.store.read().news
  say(call, 'Forbindelsen er tilbage.')
  const [same, second] = call.store.read().news
  expect(same).toBe(first)
  expect(second?.number).not.toBe(first?.number)
})

test('only the last few are kept', () => {
  const call = aCall(createMediaDesk(null))
  for (let said = 1; said <= 20; said += 1) say(call, String(said))
  const { news } = call.store.read()
  expect(news.length).toBeLessThan(10)
  expect(news.at(-1)?.text).toBe('20')
  expect(new Set(news.map(({ number }) => number)).size).toBe(news.length)
})
