/** automatic: what is shared large, else everybody alike. speaker: who speaks, or what is shared, large. side-by-side: all alike. */
export type LayoutChoice = 'automatic' | 'speaker' | 'side-by-side'

/** How one person likes to see a call; kept in their own browser. */
export type StageChoices = {
  layout: LayoutChoice
  /** The own picture is folded away; the others see it as before. */
  isSelfHidden: boolean
  /** Single keys do something (WCAG 2.1.4 asks for a way to turn them off). */
  hasKeys: boolean
}

export const LAYOUT_CHOICES = ['automatic', 'speaker', 'side-by-side'] as const satisfies readonly LayoutChoice[]

const KEY = 'fremmode.stage'

const FIRST_CHOICES: StageChoices = { layout: 'automatic', isSelfHidden: false, hasKeys: true }

/** What was chosen in an earlier call; storage that is off or spoilt counts as no choice. */
export function recallStageChoices(storage: Pick<Storage, 'getItem'> | null): StageChoices {
  const stored = readSafely(storage)
  const flag = (name: 'isSelfHidden' | 'hasKeys') => {
    const value = property(stored, name)
    return typeof value === 'boolean' ? value : FIRST_CHOICES[name]
  }
  const layout = LAYOUT_CHOICES.find((choice) => choice === property(stored, 'layout')) ?? FIRST_CHOICES.layout
  return { layout, isSelfHidden: flag('isSelfHidden'), hasKeys: flag('hasKeys') }
}

export function rememberStageChoices(storage: Pick<Storage, 'setItem'> | null, { layout, isSelfHidden, hasKeys }: StageChoices): void {
  try {
    storage?.setItem(KEY, JSON.stringify({ layout, isSelfHidden, hasKeys }))
  } catch {
    // A full or forbidden storage costs only the comfort of being remembered.
  }
}

/** The layout after this one, for a key that goes round. */
export function nextLayout(layout: LayoutChoice): LayoutChoice {
  return LAYOUT_CHOICES[(LAYOUT_CHOICES.indexOf(layout) + 1) % LAYOUT_CHOICES.length] ?? layout
}

function readSafely(storage: Pick<Storage, 'getItem'> | null): unknown {
  try {
    return JSON.parse(storage?.getItem(KEY) ?? 'null')
  } catch {
    return null
  }
}

function property(stored: unknown, name: keyof StageChoices): unknown {
  return typeof stored === 'object' && stored !== null ? Object.getOwnPropertyDescriptor(stored, name)?.value : undefined
}
