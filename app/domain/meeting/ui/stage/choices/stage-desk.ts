import { createStore, type Store } from '#app/ui/island/store.ts'
import type { DeviceNews } from '../devices/device-news.ts'
import type { Spot } from '../pictures/arrange.ts'
import { NOT_SAVING, type Saving } from '../saving/saving.ts'
import { chooseAtItem, chosenAtItem } from './item-layouts.ts'
import { recallStageChoices, rememberStageChoices, type LayoutChoice, type StageChoices } from './stage-choices.ts'

/** How the item that the meeting is at would be seen best; `key` changes when the meeting moves on. */
export type SuggestedLayout = { key: string | null; layout: LayoutChoice | null }

/** How this person sees the call now: what was chosen for good, and what holds for this call alone. */
export type StageView = StageChoices & {
  /** What the agenda's item suggests; goes before the choice until another choice is made. */
  suggestedLayout: LayoutChoice | null
  /** The item that suggests one. */
  suggestedBy: string | null
  pinned: Spot | null
  saving: Saving
  /** What to say about a device, until it is answered or some seconds have passed. */
  deviceNews: DeviceNews | null
  /** The small window while there is one. */
  pip: Window | null
}

/** `tab` is the storage for this tab alone. */
export type StageDesk = { store: Store<StageView>; storage: Storage | null; tab: Storage | null }

export function createStageDesk(storage: Storage | null, tab: Storage | null): StageDesk {
  const passing = { suggestedLayout: null, suggestedBy: null, pinned: null, saving: NOT_SAVING, deviceNews: null, pip: null }
  return { storage, tab, store: createStore<StageView>({ ...recallStageChoices(storage), ...passing }) }
}

/** Changes a part of the view, and remembers what is a choice for good. */
export function changeStage({ store, storage }: StageDesk, part: Partial<StageView>): void {
  const next = { ...store.read(), ...part }
  store.write(next)
  if ('layout' in part || 'isSelfHidden' in part || 'hasKeys' in part) rememberStageChoices(storage, next)
}

/** What was chosen at an item before goes before what it suggests. */
export function followItem(desk: StageDesk, { key, layout }: SuggestedLayout): void {
  const suggestedBy = layout === null ? null : key
  const chosen = suggestedBy === null ? null : chosenAtItem(desk.tab, suggestedBy)
  changeStage(desk, { suggestedBy, suggestedLayout: chosen ?? layout })
}

/** The choice is for good, and at this item it outlives what the item suggests. */
export function chooseLayout(desk: StageDesk, layout: LayoutChoice): void {
  const { suggestedBy } = desk.store.read()
  if (suggestedBy !== null) chooseAtItem(desk.tab, suggestedBy, layout)
  changeStage(desk, { layout, suggestedLayout: null })
}
