import { browserNow } from '#app/ui/clock.ts'
import { fill } from '#app/i18n/fill.ts'
import { say, type Call } from '../../call/call.ts'
import { deviceActions } from '../../device/device-actions.ts'
import type { DeviceNews } from '../devices/device-news.ts'
import type { Spot } from '../pictures/arrange.ts'
import { canOpenPip } from '../pip/document-pip.ts'
import { chosenSaving, type SavingLevel } from '../saving/saving.ts'
import type { LayoutChoice } from './stage-choices.ts'
import { changeStage, chooseLayout, type StageDesk } from './stage-desk.ts'

/** What a person can do with how the call is seen; each says in words what has come of it. */
export type StageActions = {
  chooseLayout(layout: LayoutChoice): void
  hideSelf(isHidden: boolean): void
  /** @param spot null lets go of what is pinned. */
  pin(spot: Spot | null): void
  setKeys(hasKeys: boolean): void
  save(level: SavingLevel): void
  /** Takes the device that a message offers. */
  takeDevice(news: DeviceNews): void
  dismissDeviceNews(): void
  /** Opens the small window, or closes it; null where the browser has none. */
  switchPip: (() => void) | null
}

export function stageActions(call: Call, desk: StageDesk): StageActions {
  const { layout: texts } = call.texts
  return {
    chooseLayout(layout) {
      chooseLayout(desk, layout)
      say(call, fill(texts.now, { layout: layoutName(call.texts, layout) }))
    },
    hideSelf(isSelfHidden) {
      changeStage(desk, { isSelfHidden })
      say(call, isSelfHidden ? texts.selfHidden : texts.selfShown)
    },
    pin(pinned) {
      changeStage(desk, { pinned })
      say(call, pinnedWords(call, pinned))
    },
    setKeys: (hasKeys) => changeStage(desk, { hasKeys }),
    save: (level) => save(call, desk, level),
    takeDevice: (news) => takeDevice(call, desk, news),
    dismissDeviceNews: () => changeStage(desk, { deviceNews: null }),
    switchPip: canOpenPip() ? () => void switchPip(call, desk) : null,
  }
}

/** The name of a layout, as the list of them has it. */
export function layoutName({ layout: texts }: Call['texts'], layout: LayoutChoice): string {
  return layout === 'side-by-side' ? texts.sideBySide : texts[layout]
}

function pinnedWords({ texts: { layout }, store }: Call, pinned: Spot | null): string {
  if (!pinned) return layout.unpinned
  if (pinned.kind === 'screen') return layout.pinnedScreen
  return fill(layout.pinned, { name: store.read().people.find((person) => person.id === pinned.id)?.name ?? '' })
}

function save(call: Call, desk: StageDesk, level: SavingLevel): void {
  const { saving: texts } = call.texts
  changeStage(desk, { saving: chosenSaving(desk.store.read().saving, level, browserNow()) })
  say(call, { off: texts.full, less: texts.lessChosen, sound: texts.soundChosen }[level])
}

function takeDevice(call: Call, desk: StageDesk, { kind, other }: DeviceNews): void {
  changeStage(desk, { deviceNews: null })
  if (!other) return
  const actions = deviceActions(call)
  if (kind === 'speaker') actions.chooseSpeaker(other.id)
  else actions.chooseDevice(kind, other.id)
}

/** The gesture that opens it lasts for seconds, so the way there may be loaded first. */
async function switchPip(call: Call, desk: StageDesk): Promise<void> {
  const open = desk.store.read().pip
  if (open) return open.close()
  try {
    const { openPip } = await import('../pip/open-pip.ts')
    const pip = await openPip(call.texts.pip.title)
    changeStage(desk, { pip })
    pip.addEventListener('pagehide', () => changeStage(desk, { pip: null }))
  } catch {
    say(call, call.texts.pip.fault)
  }
}
