import { LAYOUT_CHOICES, type LayoutChoice } from './stage-choices.ts'

const KEY = 'fremmode.stage.items'

/** How this person would rather see an item than it suggests, as chosen in this tab; null when nothing was. */
export function chosenAtItem(storage: Pick<Storage, 'getItem'> | null, itemId: string): LayoutChoice | null {
  const chosen = Object.entries(readSafely(storage)).find(([id]) => id === itemId)?.[1]
  return LAYOUT_CHOICES.find((layout) => layout === chosen) ?? null
}

/** Keeps the choice for the item, so that a reload does not bring back what the item suggests. */
export function chooseAtItem(storage: Pick<Storage, 'getItem' | 'setItem'> | null, itemId: string, layout: LayoutChoice): void {
  try {
    storage?.setItem(KEY, JSON.stringify({ ...readSafely(storage), [itemId]: layout }))
  } catch {
    // A full or forbidden storage keeps it till the next reload.
  }
}

function readSafely(storage: Pick<Storage, 'getItem'> | null): object {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}
