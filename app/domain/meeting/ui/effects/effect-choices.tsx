import type { Messages } from '#app/i18n/messages.ts'
import { Select } from '#app/ui/field.tsx'
import type { LocalMedia } from '../device/own-media.ts'
import { BACKGROUNDS, isBackground, type Background } from './background.ts'

export type EffectActions = {
  chooseBackground(background: Background): void
  chooseNoise(isNoiseReduced: boolean): void
}

type EffectChoicesProps = { media: LocalMedia; texts: Messages['room']['effects']; actions: EffectActions }

/** What is made of the picture and of the sound before the others get them. */
export function EffectChoices({ media: { choices, effect }, texts, actions }: EffectChoicesProps) {
  const words = effect === 'none' || effect === 'on' ? null : texts.state[effect]
  return (
    <>
      <Select
        id="choose-background" label={texts.background} value={choices.background}
        options={BACKGROUNDS.map((value) => ({ value, label: texts.backgrounds[value] }))}
        onChange={(event) => isBackground(event.target.value) && actions.chooseBackground(event.target.value)}
      />
      <p className="soft small" role="status">{words}</p>
      <label className="effect-switch">
        <input type="checkbox" checked={choices.isNoiseReduced} onChange={(event) => actions.chooseNoise(event.target.checked)} />
        <span>{texts.noise} <span className="soft small">{texts.noiseHint}</span></span>
      </label>
    </>
  )
}
