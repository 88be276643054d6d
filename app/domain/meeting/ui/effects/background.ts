/** What stands behind a person: what is there, that blurred a little or much, or a picture of ours. */
export const BACKGROUNDS = ['none', 'blur-light', 'blur-strong', 'dunes', 'fjord', 'dusk'] as const

export type Background = (typeof BACKGROUNDS)[number]

/** loading: the model is on its way. slow: this computer did not keep up, so it was switched off. */
export type EffectState = 'none' | 'loading' | 'on' | 'slow' | 'failed'

export function isBackground(value: unknown): value is Background {
  return BACKGROUNDS.some((background) => background === value)
}

/** Into how many columns the picture is thrown together before it is drawn large again; null where nothing is blurred. */
export function blurColumns(background: Background): number | null {
  if (background === 'blur-light') return 56
  return background === 'blur-strong' ? 20 : null
}
