import { createStore, type Store } from '#app/ui/island/store.ts'
import type { DeviceNews } from '../devices/device-news.ts'
import type { Spot } from '../pictures/arrange.ts'
import { NOT_SAVING, type Saving } from '../saving/saving.ts'
import { recallStageChoices, rememberStageChoices, type LayoutChoice, type StageChoices } from './stage-choices.ts'

/** How this person sees the call now: what was chosen for good, and what holds for this call alone. */
export type StageView = StageChoices & {
  /** What the agenda's item suggests; goes before the choice until another choice is made. */
  suggestedLayout: LayoutChoice | null
  pinned: Spot | null
  saving: Saving
  /** What to say about a device, until it is answered or some seconds have passed. */
  deviceNews: DeviceNews | null
  /** The small window while there is one. */
  pip: Window | null
}

export type StageDesk = { store: Store<StageView>; storage: Storage | null }

export function createStageDesk(storage: Storage | null): StageDesk {
  const passing = { suggestedLayout: null, pinned: null, saving: NOT_SAVING, deviceNews: null, pip: null }
  return { storage, store: createStore<StageView>({ ...recallStageChoices(storage), ...passing }) }
}

/** Changes a part of the view, and remembers what is a choice for good. */
export function changeStage({ store, storage }: StageDesk, part: Partial<StageView>): void {
  const next = { ...store.read(), ...part }
  store.write(next)
  if ('layout' in part || 'isSelfHidden' in part || 'hasKeys' in part) rememberStageChoices(storage, next)
}
