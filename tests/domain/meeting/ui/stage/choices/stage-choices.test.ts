import { expect, test } from 'vitest'
import { LAYOUT_CHOICES, nextLayout, recallStageChoices, rememberStageChoices } from '#app/domain/meeting/ui/stage/choices/stage-choices.ts'

const FIRST = { layout: 'automatic', isSelfHidden: false, hasKeys: true }

function storageWith(text: string | null = null) {
  let kept = text
  return { getItem: () => kept, setItem: (_key: string, value: string) => { kept = value } }
}

test('what was chosen is there in the next call', () => {
  const storage = storageWith()
  const choices = { layout: 'side-by-side', isSelfHidden: true, hasKeys: false } as const
  rememberStageChoices(storage, choices)
  expect(recallStageChoices(storage)).toEqual(choices)
})

test.each([null, '', 'not json', '[]', '7', 'null', '{"layout":"circle","isSelfHidden":"yes","hasKeys":0}'])('%j counts as no choice', (text) => {
  expect(recallStageChoices(storageWith(text))).toEqual(FIRST)
})

test('a browser that keeps nothing costs nothing', () => {
  const refusing = { getItem: () => { throw new Error('denied') }, setItem: () => { throw new Error('full') } }
  expect(recallStageChoices(refusing)).toEqual(FIRST)
  expect(() => rememberStageChoices(refusing, recallStageChoices(null))).not.toThrow()
})

test('one key goes through every layout and comes round', () => {
  const seen = LAYOUT_CHOICES.map((layout) => nextLayout(layout))
  expect(new Set(seen)).toEqual(new Set(LAYOUT_CHOICES))
  expect(nextLayout('side-by-side')).toBe('automatic')
})
