import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Call } from '../../call/call.ts'
import type { BrowserKind } from '../../device/device-fault.ts'
import type { StageDesk } from '../choices/stage-desk.ts'
import type { ControlsProps } from '../controls/controls.tsx'
import { CallDialogs } from '../controls/dialogs/call-dialogs.tsx'
import { pressShare } from '../controls/press-share.ts'
import { useDeviceNews } from '../devices/use-device-news.ts'
import type { AgendaKeys } from '../keyboard/agenda-keys.ts'
import { useCallShortcuts } from '../keyboard/use-call-shortcuts.ts'
import { useSpeaker } from '../pictures/use-speaker.ts'
import { PipView } from '../pip/pip-view.tsx'
import { useSaving } from '../saving/use-saving.ts'

export type CallExtrasProps = ControlsProps & { call: Call; desk: StageDesk; browser: BrowserKind; point: ReactNode; keys: AgendaKeys }

/** All of a call that the first picture does not wait for: keys, the small window, saving data, news of devices, and dialogs. */
export function CallExtras({ call, desk, browser, point, keys, ...controls }: CallExtrasProps) {
  const { scene, view, media, stage, actions, dialog, onDialog } = controls
  const close = () => onDialog(null)
  useSaving(call, desk)
  useDeviceNews(call, desk, { news: stage.view.deviceNews, isCovered: dialog !== null })
  const speakerId = useSpeaker(view.people)
  const takeShare = () => {
    close()
    actions.switchShare?.(true)
  }
  const goBack = () => {
    window.focus()
    stage.view.pip?.close()
  }
  useCallShortcuts(call, { ...controls, keys, press: { share: () => pressShare(controls), back: goBack } })
  return (
    <>
      <CallDialogs {...controls} browser={browser} onTakeShare={takeShare} onClose={close} />
      {stage.view.pip && createPortal(
        <PipView {...{ scene, view, media, speakerId, point, actions }} onBack={goBack} />, stage.view.pip.document.body,
      )}
    </>
  )
}
