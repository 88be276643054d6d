import { Button } from '#app/ui/button.tsx'
import type { RoomScene } from '../../room-scene.ts'
import type { StageInHand } from '../choices/use-stage.ts'

/** That data is saved, why, and one press back. It stays as long as it is so, for nobody should wonder where the faces went. */
export function SavingNotice({ stage: { view: { saving }, actions }, texts }: { stage: StageInHand; texts: RoomScene['texts']['saving'] }) {
  const { level, isByItself } = saving
  if (level === 'off') return null
  const words = isByItself ? { less: texts.lessByItself, sound: texts.soundByItself } : { less: texts.lessChosen, sound: texts.soundChosen }
  return (
    <div className="saving-notice">
      <p>{words[level]}</p>
      <Button type="button" tone="quiet" onClick={() => actions.save('off')}>{texts.backToFull}</Button>
    </div>
  )
}
