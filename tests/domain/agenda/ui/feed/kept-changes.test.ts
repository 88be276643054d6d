import { expect, test } from 'vitest'
import type { PendingChange } from '#app/domain/agenda/ui/feed/feed-state.ts'
import { keepChanges, keptChanges } from '#app/domain/agenda/ui/feed/kept-changes.ts'

const KEY = 'kept'

test('what the server has not answered outlives a reload, in its order', () => {
  const storage = memory()
  keepChanges(storage, KEY, [pending('a', 3), pending('b', null), pending('c', null)])
  expect(keptChanges(storage, KEY)).toEqual([pending('b', null), pending('c', null)])
})

test('nothing is left behind when all is answered', () => {
  const storage = memory()
  keepChanges(storage, KEY, [pending('a', null)])
  keepChanges(storage, KEY, [pending('a', 1)])
  expect(storage.kept.size).toBe(0)
})

test('a storage that is off, full or forbidden costs nothing but the memory', () => {
  const forbidden = { setItem: fail, removeItem: fail, getItem: fail }
  expect(() => keepChanges(forbidden, KEY, [pending('a', null)])).not.toThrow()
  expect(keptChanges(forbidden, KEY)).toEqual([])
  expect(keptChanges(null, KEY)).toEqual([])
})

test.each(['{', 'null', '{}', '[1, null, "x", {"changeId": 7}]'])('what was written by something else is not posted: %s', (text) => {
  const storage = memory()
  storage.setItem(KEY, text)
  expect(keptChanges(storage, KEY)).toEqual([])
})

function pending(changeId: string, version: number | null): PendingChange {
  return { changeId, version, at: 1_790_000_000_000, change: { kind: 'item-start', itemId: null } }
}

function memory() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => { kept.set(key, text) },
    removeItem: (key: string) => { kept.delete(key) },
  }
}

function fail(): never {
  throw new DOMException('no', 'QuotaExceededError')
}
