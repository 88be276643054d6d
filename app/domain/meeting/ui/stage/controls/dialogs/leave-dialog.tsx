import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import type { RoomScene } from '../../../room-scene.ts'
import type { CallActions } from '../../call-actions.ts'

type LeaveDialogProps = {
  texts: RoomScene['texts']['leave']
  actions: Pick<CallActions, 'leave' | 'endForAll'>
  isOpen: boolean
  onClose: () => void
}

/** Going out and ending it for everybody are two things, and the host says which. */
export function LeaveDialog({ texts, actions: { leave, endForAll }, isOpen, onClose }: LeaveDialogProps) {
  const [state, setState] = useState<'asking' | 'ending' | 'failed'>('asking')
  const end = async () => {
    setState('ending')
    const isEnded = await endForAll()
    setState(isEnded ? 'asking' : 'failed')
  }
  const buttons = (
    <>
      <Button type="button" tone="quiet" onClick={onClose}>{texts.stay}</Button>
      <Button type="button" tone="quiet" onClick={leave}>{texts.justLeave}</Button>
      <Button type="button" tone="danger" aria-disabled={state === 'ending'} onClick={() => state !== 'ending' && void end()}>
        {state === 'ending' ? texts.ending : texts.end}
      </Button>
    </>
  )
  return (
    <Dialog title={texts.title} isOpen={isOpen} onClose={onClose} actions={buttons}>
      <p>{texts.text}</p>
      {state === 'failed' && <p className="field-error" role="alert">{texts.failed}</p>}
    </Dialog>
  )
}
