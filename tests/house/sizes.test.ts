import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { percentile, sourceFiles } from './source-files.ts'
import { typeEscapes } from './type-escapes.ts'

const production = sourceFiles(['app', 'db', 'server'])
const code = production.filter((file) => /\.tsx?$/.test(file.path))
const tests = sourceFiles(['tests'])
/** Texts are content, and what draws a page is proven by journeys and axe rather than line by line. */
const logic = code.filter((file) => !/\.tsx$|^app\/(i18n\/(da|en)\/|domain\/booking\/default-)/.test(file.path))

test('no file is over 300 lines', () => {
  expect([...production, ...tests].filter((file) => file.lines.length > 300).map(describeSize)).toEqual([])
})

test('no route is over 120 lines', () => {
  const routes = code.filter((file) => file.path.startsWith('app/routes/'))
  expect(routes.filter((file) => file.lines.length > 120).map(describeSize)).toEqual([])
})

test('the middle file is at most 60 lines, and all but a twentieth at most 180', () => {
  const sizes = code.map((file) => file.lines.length)
  expect(percentile(sizes, 0.5)).toBeLessThanOrEqual(60)
  expect(percentile(sizes, 0.95)).toBeLessThanOrEqual(180)
})

test('a folder holds at most 12 files, and app at most 8 folders', () => {
  const counts = new Map<string, number>()
  for (const file of code) counts.set(dirname(file.path), (counts.get(dirname(file.path)) ?? 0) + 1)
  expect([...counts].filter(([, count]) => count > 12)).toEqual([])
  const rooms = new Set(sourceFiles(['app'], /./).map((file) => file.path.split('/')).filter((parts) => parts.length > 2).map((parts) => parts[1]))
  expect(rooms.size).toBeLessThanOrEqual(8)
})

test('the tests are at least 0.8 times as long as the logic', () => {
  expect(totalLines(tests) / totalLines(logic)).toBeGreaterThanOrEqual(0.8)
})

test('comments are 2 to 9 % of the lines', () => {
  const comments = code.flatMap((file) => file.lines).filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length
  const share = comments / totalLines(code)
  expect(share).toBeGreaterThanOrEqual(0.02)
  expect(share).toBeLessThanOrEqual(0.09)
})

test('type escapes are rare: at most 0.2 in 1000 lines', () => {
  const escapes = code.flatMap((file) => typeEscapes(file.path, file.lines.join('\n')))
  expect(escapes.length / (totalLines(code) / 1000), escapes.join('\n')).toBeLessThanOrEqual(0.2)
})

test('a type escape is found, and a harmless "as" is not', () => {
  expect(typeEscapes('x.ts', 'const one = two as Three; const four: any = 5; const six = seven!; // @ts-ignore')).toHaveLength(4)
  expect(typeEscapes('x.ts', "import { one as two } from 'x'; const text = 'as It is' as const")).toEqual([])
})

test('nothing is left to do in a comment, and no file has a name that says nothing', () => {
  const unfinished = [...production, ...tests].filter((file) => file.lines.some((line) => UNFINISHED.test(line)))
  expect(unfinished.map((file) => file.path)).toEqual([])
  const vague = [...production, ...tests].filter((file) => /(^|[-/])(utils?|misc|helpers?|constants|types|index)(\.server)?\.tsx?$/.test(file.path))
  expect(vague.map((file) => file.path)).toEqual([])
})

const UNFINISHED = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|'))

function totalLines(files: { lines: string[] }[]): number {
  return files.reduce((sum, file) => sum + file.lines.length, 0)
}

function describeSize(file: { path: string; lines: string[] }): string {
  return `${file.path}: ${file.lines.length}`
}
