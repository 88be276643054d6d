import { expect, test } from 'vitest'
import { withCaption, type CaptionLine } from '#app/domain/meeting/ui/stage/captions/caption-lines.ts'

const line = (id: string, text = `sagt ${id}`): CaptionLine => ({ id, name: 'Søren', text })

test('the newest three lines are shown, oldest first', () => {
  const lines = ['1', '2', '3', '4'].reduce<readonly CaptionLine[]>((before, id) => withCaption(before, line(id)), [])
  expect(lines.map(({ id }) => id)).toEqual(['2', '3', '4'])
})

test('a correction takes the place of what it corrects', () => {
  expect(withCaption([line('1'), line('2')], line('1', 'rettet'))).toEqual([line('1', 'rettet'), line('2')])
})

test('what turns out to be nothing is taken away', () => {
  expect(withCaption([line('1'), line('2')], line('2', ' '))).toEqual([line('1')])
  expect(withCaption([], line('1', ''))).toEqual([])
})
