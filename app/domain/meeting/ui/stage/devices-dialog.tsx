import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import { deviceActions } from '../device/device-actions.ts'
import type { Call } from '../call/call.ts'
import { DeviceChoicesForm } from '../device/device-choices.tsx'
import { browserKind } from '../device/device-fault.ts'
import { DeviceHelp } from '../device/device-help.tsx'
import { readinessOf, type LocalMedia } from '../device/local-media.ts'
import type { RoomScene } from '../room-scene.ts'

type DevicesDialogProps = { call: Call; media: LocalMedia; texts: RoomScene['texts']; isOpen: boolean; onClose: () => void }

/** Which camera, microphone and loudspeaker, and help with those that fail, without leaving the meeting. */
export function DevicesDialog({ call, media, texts, isOpen, onClose }: DevicesDialogProps) {
  const actions = deviceActions(call)
  const close = <Button type="button" onClick={onClose}>{texts.controls.close}</Button>
  return (
    <Dialog title={texts.controls.devices} isOpen={isOpen} onClose={onClose} actions={close}>
      <DeviceHelp readiness={readinessOf(media)} browser={browserKind(navigator.userAgent)} texts={texts} onTryAgain={actions.start} />
      <DeviceChoicesForm media={media} texts={texts.check} actions={actions} />
    </Dialog>
  )
}
