import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import { endForAll, leave, type Call } from '../call/call.ts'
import type { RoomScene } from '../room-scene.ts'

type LeaveDialogProps = { call: Call; texts: RoomScene['texts']; isOpen: boolean; onClose: () => void }

/** Going out and ending it for everybody are two things, and the host says which. */
export function LeaveDialog({ call, texts: { leave: words }, isOpen, onClose }: LeaveDialogProps) {
  const [state, setState] = useState<'asking' | 'ending' | 'failed'>('asking')
  const end = async () => {
    setState('ending')
    const isEnded = await endForAll(call)
    setState(isEnded ? 'asking' : 'failed')
  }
  const actions = (
    <>
      <Button type="button" tone="quiet" onClick={onClose}>{words.stay}</Button>
      <Button type="button" tone="quiet" onClick={() => leave(call)}>{words.justLeave}</Button>
      <Button type="button" tone="danger" aria-disabled={state === 'ending'} onClick={() => state !== 'ending' && void end()}>
        {state === 'ending' ? words.ending : words.end}
      </Button>
    </>
  )
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose} actions={actions}>
      <p>{words.text}</p>
      {state === 'failed' && <p className="field-error" role="alert">{words.failed}</p>}
    </Dialog>
  )
}
