import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import type { CheckActions } from '../../../device/device-check.tsx'
import { DeviceChoicesForm } from '../../../device/device-choices.tsx'
import type { BrowserKind } from '../../../device/device-fault.ts'
import { DeviceHelp } from '../../../device/help/device-help.tsx'
import type { LocalMedia } from '../../../device/own-media.ts'
import { readinessOf } from '../../../device/media-desk.ts'
import { EffectChoices, type EffectActions } from '../../../effects/effect-choices.tsx'
import type { RoomScene } from '../../../room-scene.ts'

type DevicesDialogProps = {
  media: LocalMedia
  browser: BrowserKind
  texts: RoomScene['texts']
  actions: CheckActions & EffectActions
  isOpen: boolean
  onClose: () => void
}

/** Which camera, microphone and loudspeaker, and help with those that fail, without leaving the meeting. */
export function DevicesDialog({ media, browser, texts, actions, isOpen, onClose }: DevicesDialogProps) {
  const close = <Button type="button" onClick={onClose}>{texts.controls.close}</Button>
  return (
    <Dialog title={texts.controls.devices} isOpen={isOpen} onClose={onClose} actions={close}>
      <DeviceHelp readiness={readinessOf(media)} browser={browser} texts={texts} onTryAgain={actions.start} />
      <DeviceChoicesForm media={media} texts={texts.check} actions={actions}>
        <EffectChoices media={media} texts={texts.effects} actions={actions} />
      </DeviceChoicesForm>
    </Dialog>
  )
}
