import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import type { RoomScene } from '../../../room-scene.ts'
import { layoutName } from '../../choices/stage-actions.ts'
import { LAYOUT_CHOICES } from '../../choices/stage-choices.ts'
import type { StageInHand } from '../../choices/use-stage.ts'
import { SAVING_LEVELS } from '../../saving/saving.ts'
import { ChoiceList, ChoiceSwitch } from './choice-list.tsx'
import type { OpenDialog } from './open-dialog.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

type StageDialogsProps = {
  texts: RoomScene['texts']
  stage: StageInHand
  isHost: boolean
  /** Who shares now, while the question is whether to take over. */
  sharerName: string
  onTakeShare: () => void
  dialog: OpenDialog
  onClose: () => void
}

/** What is asked and chosen about the pictures, each in a dialog of its own. */
export function StageDialogs({ texts, stage, isHost, sharerName, onTakeShare, dialog, onClose }: StageDialogsProps) {
  return (
    <>
      <LayoutDialog {...{ texts, stage, onClose }} isOpen={dialog === 'layout'} />
      <SavingDialog {...{ texts, stage, onClose }} isOpen={dialog === 'saving'} />
      <ShortcutsDialog {...{ texts, stage, isHost, onClose }} isOpen={dialog === 'shortcuts'} />
      <TakeShareDialog texts={texts.shareTurn} name={sharerName} isOpen={dialog === 'take-share'} onKeep={onClose} onTake={onTakeShare} />
    </>
  )
}

type PartProps = Pick<StageDialogsProps, 'texts' | 'stage' | 'onClose'> & { isOpen: boolean }

function LayoutDialog({ texts, stage: { view, actions }, isOpen, onClose }: PartProps) {
  const { layout } = texts
  const hints = { 'automatic': layout.automaticHint, 'speaker': layout.speakerHint, 'side-by-side': layout.sideBySideHint }
  const choices = LAYOUT_CHOICES.map((value) => ({ value, label: layoutName(texts, value), hint: hints[value] }))
  return (
    <Dialog title={layout.title} isOpen={isOpen} onClose={onClose} actions={<Done label={layout.done} onClose={onClose} />}>
      <ChoiceList name="layout" legend={layout.legend} choices={choices} chosen={view.layout} onChoose={actions.chooseLayout} />
      <ChoiceSwitch label={layout.hideSelf} hint={layout.hideSelfHint} isOn={view.isSelfHidden} onSwitch={actions.hideSelf} />
    </Dialog>
  )
}

function SavingDialog({ texts: { saving, layout }, stage: { view, actions }, isOpen, onClose }: PartProps) {
  const hints = { off: saving.offHint, less: saving.lessHint, sound: saving.soundHint }
  const choices = SAVING_LEVELS.map((value) => ({ value, label: saving[value], hint: hints[value] }))
  return (
    <Dialog title={saving.title} isOpen={isOpen} onClose={onClose} actions={<Done label={layout.done} onClose={onClose} />}>
      <ChoiceList name="saving" legend={saving.legend} choices={choices} chosen={view.saving.level} onChoose={actions.save} />
    </Dialog>
  )
}

function Done({ label, onClose }: { label: string; onClose: () => void }) {
  return <Button type="button" onClick={onClose}>{label}</Button>
}

type TakeShareProps = { texts: RoomScene['texts']['shareTurn']; name: string; isOpen: boolean; onKeep: () => void; onTake: () => void }

function TakeShareDialog({ texts, name, isOpen, onKeep, onTake }: TakeShareProps) {
  const buttons = (
    <>
      <Button type="button" tone="quiet" onClick={onKeep}>{fill(texts.keep, { name })}</Button>
      <Button type="button" onClick={onTake}>{texts.take}</Button>
    </>
  )
  return (
    <Dialog title={fill(texts.title, { name })} isOpen={isOpen} onClose={onKeep} actions={buttons}>
      <p>{fill(texts.text, { name })}</p>
    </Dialog>
  )
}
