import { expect, test } from 'vitest'
import { isBackdrop } from '#app/domain/meeting/ui/effects/backdrop.ts'
import { BACKGROUNDS, blurColumns, isBackground } from '#app/domain/meeting/ui/effects/background.ts'
import { soundConstraints } from '#app/domain/meeting/ui/effects/sound.ts'
import { recallChoices } from '#app/domain/meeting/ui/device/remembered.ts'
import { messages } from '#app/i18n/messages.ts'

test('each background is either nothing, a blur or a picture of ours, and has a name in both languages', () => {
  for (const background of BACKGROUNDS) {
    const kinds = [background === 'none', blurColumns(background) !== null, isBackdrop(background)]
    expect(kinds.filter(Boolean), background).toHaveLength(1)
    for (const locale of ['da', 'en'] as const) expect(messages(locale).room.effects.backgrounds[background]).toBeTruthy()
  }
})

test('the strong blur throws more together than the light one', () => {
  expect(blurColumns('blur-strong')).toBeLessThan(blurColumns('blur-light') ?? 0)
})

test('a background that is none of ours, from another version, is none', () => {
  expect(['fjord', 'none'].every(isBackground)).toBe(true)
  expect(['beach', '', null, 3, {}].some(isBackground)).toBe(false)
  const storage = { getItem: () => JSON.stringify({ background: 'beach', isNoiseReduced: 'no' }) }
  expect(recallChoices(storage)).toMatchObject({ background: 'none', isNoiseReduced: true })
})

test('noise is taken out or left, and the echo never left', () => {
  expect(soundConstraints(true)).toMatchObject({ noiseSuppression: true, voiceIsolation: true, echoCancellation: true })
  expect(soundConstraints(false)).toMatchObject({ noiseSuppression: false, voiceIsolation: false, echoCancellation: true })
})
