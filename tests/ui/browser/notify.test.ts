import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askToNotify, mayAskToNotify, notify } from '#app/ui/browser/notify.ts'

const told: { text: string; tag: string }[] = []
let isLookedAt = false
let permission = 'granted'

class System extends EventTarget {
  static get permission() { return permission }
  static requestPermission() { permission = 'granted' }
  constructor(text: string, { tag }: { tag: string }) {
    super()
    told.push({ text, tag })
  }
}

beforeEach(() => {
  told.length = 0
  ;[isLookedAt, permission] = [false, 'granted']
  vi.stubGlobal('Notification', System)
  vi.stubGlobal('document', { hasFocus: () => isLookedAt })
})
afterEach(() => vi.unstubAllGlobals())

const tell = () => notify('Søren banker på.', { tag: 'seat', body: '', onPress() {} })

test('the system is told of whoever knocks while the reader looks elsewhere, and not while they look here', () => {
  tell()
  expect(told).toEqual([{ text: 'Søren banker på.', tag: 'seat' }])
  isLookedAt = true
  tell()
  expect(told).toHaveLength(1)
})

test('nothing is told without leave, which is asked for once and by a press alone', async () => {
  permission = 'default'
  tell()
  expect([told, mayAskToNotify()]).toEqual([[], true])
  await askToNotify()
  expect(mayAskToNotify()).toBe(false)
  permission = 'denied'
  tell()
  expect([told, mayAskToNotify()]).toEqual([[], false])
})

test('a browser that can\'t tell a system, or not like this, breaks nothing', () => {
  vi.stubGlobal('Notification', Object.assign(() => { throw new TypeError('Illegal constructor') }, { permission: 'granted' }))
  expect(tell).not.toThrow()
  vi.stubGlobal('Notification', undefined)
  expect(tell).not.toThrow()
  expect(mayAskToNotify()).toBe(false)
})
