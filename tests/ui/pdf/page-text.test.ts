import { expect, test } from 'vitest'
import { linesOf } from '#app/ui/pdf/page-text.ts'

test('runs of letters become lines as they end on the page', () => {
  const runs = [run('Tilbud', false), run(' til', true), run('', true), { type: 'beginMarkedContent' }, run('  Nordlys   A/S ', true)]
  expect(linesOf(runs)).toEqual(['Tilbud til', 'Nordlys A/S'])
})

test('a page without text has no lines, and one with a million letters is cut', () => {
  expect(linesOf([])).toEqual([])
  expect(linesOf([run(' \n ', true)])).toEqual([])
  expect(linesOf([run('x'.repeat(1_000_000), true)]).join('')).toHaveLength(20_000)
})

function run(str: string, hasEOL: boolean): { str: string; hasEOL: boolean } {
  return { str, hasEOL }
}
