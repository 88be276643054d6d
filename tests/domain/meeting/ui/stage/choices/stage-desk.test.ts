import { expect, test } from 'vitest'
import { changeStage, createStageDesk } from '#app/domain/meeting/ui/stage/choices/stage-desk.ts'

test('what an item suggests is for this meeting alone: only a choice is remembered', () => {
  const storage = memory()
  const desk = createStageDesk(storage)
  changeStage(desk, { suggestedLayout: 'speaker' })
  changeStage(desk, { hasKeys: false })
  expect(createStageDesk(storage).store.read()).toMatchObject({ layout: 'automatic', hasKeys: false, suggestedLayout: null })
  changeStage(desk, { layout: 'side-by-side', suggestedLayout: null })
  expect(createStageDesk(storage).store.read()).toMatchObject({ layout: 'side-by-side' })
})

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() { return kept.size }, clear: () => kept.clear(), key: () => null, removeItem: (key) => void kept.delete(key),
    getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value),
  }
}
