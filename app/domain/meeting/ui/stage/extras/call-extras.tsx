import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Call } from '../../call/call.ts'
import type { StageDesk } from '../choices/stage-desk.ts'
import type { ControlsProps } from '../controls/controls.tsx'
import { StageDialogs } from '../controls/dialogs/stage-dialogs.tsx'
import { pressShare, sharerOf } from '../controls/press-share.ts'
import { useDeviceNews } from '../devices/use-device-news.ts'
import { useCallShortcuts } from '../keyboard/use-call-shortcuts.ts'
import { useSpeaker } from '../pictures/use-speaker.ts'
import { PipView } from '../pip/pip-view.tsx'
import { useSaving } from '../saving/use-saving.ts'

export type CallExtrasProps = Omit<ControlsProps, 'isPanelShown' | 'browser'> & { call: Call; desk: StageDesk; point: ReactNode }

/** All of a call that the first picture does not wait for: keys, the small window, saving data, news of devices, and dialogs. */
export function CallExtras({ call, desk, point, ...controls }: CallExtrasProps) {
  const { scene, view, media, stage, actions, dialog, onDialog } = controls
  const close = () => onDialog(null)
  useSaving(call, desk)
  useDeviceNews(call, desk, { news: stage.view.deviceNews, isCovered: dialog !== null })
  useCallShortcuts(call, { ...controls, press: { share: () => pressShare(controls) } })
  const speakerId = useSpeaker(view.people)
  const takeShare = () => {
    close()
    actions.switchShare?.(true)
  }
  const goBack = () => {
    window.focus()
    stage.view.pip?.close()
  }
  return (
    <>
      <StageDialogs
        {...{ stage, dialog }} texts={scene.texts} sharerName={sharerOf(view)?.name ?? ''} onTakeShare={takeShare} onClose={close}
      />
      {stage.view.pip && createPortal(
        <PipView {...{ scene, view, media, speakerId, point, actions }} onBack={goBack} />, stage.view.pip.document.body,
      )}
    </>
  )
}
