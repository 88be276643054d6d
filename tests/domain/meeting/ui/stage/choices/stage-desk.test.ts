import { expect, test } from 'vitest'
import { changeStage, chooseLayout, createStageDesk, followItem } from '#app/domain/meeting/ui/stage/choices/stage-desk.ts'

test('what an item suggests is for this meeting alone: only a choice is remembered', () => {
  const storage = memory()
  const desk = createStageDesk(storage, null)
  changeStage(desk, { suggestedLayout: 'speaker' })
  changeStage(desk, { hasKeys: false })
  expect(createStageDesk(storage, null).store.read()).toMatchObject({ layout: 'automatic', hasKeys: false, suggestedLayout: null })
  changeStage(desk, { layout: 'side-by-side', suggestedLayout: null })
  expect(createStageDesk(storage, null).store.read()).toMatchObject({ layout: 'side-by-side' })
})

test('a choice at an item stays through a reload of this tab, and what other items suggest is followed', () => {
  const [storage, tab] = [memory(), memory()]
  const [slides, talk] = [{ key: 'slides', layout: 'speaker' }, { key: 'talk', layout: 'side-by-side' }] as const
  const seen = (desk: ReturnType<typeof createStageDesk>) => desk.store.read().suggestedLayout ?? desk.store.read().layout
  const desk = createStageDesk(storage, tab)
  followItem(desk, slides)
  expect(seen(desk)).toBe('speaker')
  chooseLayout(desk, 'automatic')
  expect(seen(desk)).toBe('automatic')
  const reloaded = createStageDesk(storage, tab)
  followItem(reloaded, slides)
  expect(seen(reloaded)).toBe('automatic')
  followItem(reloaded, talk)
  expect(seen(reloaded)).toBe('side-by-side')
  followItem(reloaded, slides)
  expect(seen(reloaded)).toBe('automatic')
  const otherTab = createStageDesk(storage, memory())
  followItem(otherTab, slides)
  expect(seen(otherTab)).toBe('speaker')
})

test('a choice where nothing is suggested is for good, and storage that is off or spoilt costs only the memory', () => {
  const tab = memory()
  const desk = createStageDesk(null, tab)
  followItem(desk, { key: 'talk', layout: null })
  chooseLayout(desk, 'speaker')
  expect(tab.length).toBe(0)
  tab.setItem('fremmode.stage.items', '{"slides":"upside-down"')
  followItem(desk, { key: 'slides', layout: 'speaker' })
  expect(desk.store.read().suggestedLayout).toBe('speaker')
  chooseLayout(desk, 'side-by-side')
  followItem(desk, { key: 'slides', layout: 'speaker' })
  expect(desk.store.read().suggestedLayout).toBe('side-by-side')
  for (const none of [null, { ...memory(), setItem: () => { throw new Error('full') } }]) chooseLayout({ ...desk, tab: none }, 'automatic')
})

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() { return kept.size }, clear: () => kept.clear(), key: () => null, removeItem: (key) => void kept.delete(key),
    getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value),
  }
}
