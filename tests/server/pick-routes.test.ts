import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { createBuildPicker } from '../../server/http/pick-routes.ts'

const ROUTES: Record<string, { parentId?: string; path?: string; index?: boolean }> = {
  'root': { path: '' },
  'front': { parentId: 'root', index: true },
  'front-en': { parentId: 'root', path: 'en' },
  'times': { parentId: 'root', path: 'book/:type' },
  'times-en': { parentId: 'root', path: 'en/book/:type' },
  'room': { parentId: 'root', path: 'Room/:seatId' },
  'agenda': { parentId: 'room', path: 'agenda' },
  'file': { parentId: 'root', path: 'room/:seatId/files/:name.pdf' },
  'desk-frame': { parentId: 'root' },
  'desk': { parentId: 'desk-frame', path: 'desk' },
}

function pickerOf(more: typeof ROUTES = {}) {
  const routes = Object.fromEntries(Object.entries({ ...ROUTES, ...more }).map(([id, route]) => [id, { id, ...route }]))
  const pick = createBuildPicker({ routes, assets: { version: '1', routes }, publicPath: '/' } as unknown as ServerBuild)
  return (path: string) => {
    const build = pick(path)
    expect(pick(path)).toBe(build)
    expect(Object.keys(build.assets.routes)).toEqual(Object.keys(build.routes))
    expect(build).toMatchObject({ publicPath: '/', assets: { version: '1' } })
    return Object.keys(build.routes)
  }
}

test('a path is given the routes that it can match, with those that they stand in', () => {
  const pick = pickerOf()
  expect(pick('/')).toEqual(['root', 'front', 'desk-frame'])
  expect(pick('/room/1')).toEqual(['root', 'room'])
  expect(pick('/room/1/agenda')).toEqual(['root', 'room', 'agenda'])
  expect(pick('/ROOM/1/agenda/')).toEqual(['root', 'room', 'agenda'])
  expect(pick('//room//1')).toEqual(['root', 'room'])
  expect(pick('/room/1/files/a.pdf')).toEqual(['root', 'file'])
  expect(pick('/en/book/intro')).toEqual(['root', 'times-en'])
  expect(pick('/desk')).toEqual(['root', 'desk-frame', 'desk'])
})

test('a path that no route matches is given the root, and those that take any path', () => {
  const any = { star: { parentId: 'root', path: '*' }, optional: { parentId: 'root', path: 'da?/about' }, named: { parentId: 'root', path: ':name' } }
  for (const path of ['/nowhere', '/room', '/room/1/agenda/more']) expect(pickerOf()(path), path).toEqual(['root'])
  expect(pickerOf(any)('/nowhere')).toEqual(['root', 'star', 'optional', 'named'])
  expect(pickerOf(any)('/desk')).toEqual(['root', 'desk-frame', 'desk', 'star', 'optional', 'named'])
})

test('a path is read as Remix reads it: dots resolved, a backslash as a slash, without what is asked', () => {
  const pick = pickerOf()
  for (const url of ['/desk/../room/1', '/./room/1', '/room\\1', '/room/1?a=%2F../b']) expect(pick(url), url).toEqual(['root', 'room'])
})

test('a path with escapes is given all routes', () => {
  for (const url of ['/roo%6D/1', '/room/a%2Fb', '/%E0%A4']) expect(pickerOf()(url), url).toEqual(Object.keys(ROUTES))
})

test('for many paths that match alike there is one build', () => {
  const build = { routes: ROUTES, assets: { routes: ROUTES } } as unknown as ServerBuild
  const pick = createBuildPicker(build)
  expect(pick('/room/1')).toBe(pick('/room/2'))
})
