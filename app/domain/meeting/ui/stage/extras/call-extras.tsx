import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Call } from '../../call/call.ts'
import type { StageDesk } from '../choices/stage-desk.ts'
import type { ControlsProps } from '../controls/controls.tsx'
import { StageDialogs } from '../controls/dialogs/stage-dialogs.tsx'
import { pressShare, sharerOf } from '../controls/press-share.ts'
import { useDeviceNews } from '../devices/use-device-news.ts'
import type { AgendaKeys } from '../keyboard/agenda-keys.ts'
import { useCallShortcuts } from '../keyboard/use-call-shortcuts.ts'
import { useSpeaker } from '../pictures/use-speaker.ts'
import { PipView } from '../pip/pip-view.tsx'
import { useSaving } from '../saving/use-saving.ts'

export type CallExtrasProps = Omit<ControlsProps, 'isPanelShown' | 'browser'> & { call: Call; desk: StageDesk; point: ReactNode; keys: AgendaKeys }

/** All of a call that the first picture does not wait for: keys, the small window, saving data, news of devices, and dialogs. */
export function CallExtras({ call, desk, point, keys, ...controls }: CallExtrasProps) {
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
      <StageDialogs
        {...{ stage, dialog }} isHost={scene.seat.role === 'host'} texts={scene.texts} sharerName={sharerOf(view)?.name ?? ''} onTakeShare={takeShare} onClose={close}
      />
      {stage.view.pip && createPortal(
        <PipView {...{ scene, view, media, speakerId, point, actions }} onBack={goBack} />, stage.view.pip.document.body,
      )}
    </>
  )
}
