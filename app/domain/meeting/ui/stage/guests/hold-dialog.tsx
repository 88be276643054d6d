import { useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import { HOLD_LENGTH, HOLD_WORDS, type Hold } from '../../../meeting.ts'
import type { DoorGuest, DoorRequest } from '../../../room-data.ts'
import type { RoomScene } from '../../room-scene.ts'

type HoldDialogProps = {
  guest: DoorGuest | null
  texts: RoomScene['texts']['warmDoor']['hold']
  onClose: () => void
  /** @returns whether it went through. */
  onSend: (request: DoorRequest) => Promise<boolean>
}

/** Says something to a guest who waits: one press for what is said most, or own words. */
export function HoldDialog({ guest, texts, onClose, onSend }: HoldDialogProps) {
  const [own, setOwn] = useState('')
  const [state, setState] = useState<'asking' | 'sending' | 'failed'>('asking')
  const send = async (hold: Hold) => {
    if (!guest || state === 'sending') return
    setState('sending')
    const isSent = await onSend({ intent: 'hold', seatId: guest.seatId, hold })
    setState(isSent ? 'asking' : 'failed')
    if (!isSent) return
    setOwn('')
    onClose()
  }
  const cancel = <Button type="button" tone="quiet" onClick={onClose}>{texts.cancel}</Button>
  return (
    <Dialog title={fill(texts.title, { name: guest?.name ?? '' })} isOpen={guest !== null} onClose={onClose} actions={cancel}>
      <div className="hold-words">
        {HOLD_WORDS.map((kind) => (
          <Button key={kind} type="button" tone="quiet" onClick={() => void send({ kind })}>{texts.words[kind]}</Button>
        ))}
      </div>
      <form
        className="hold-own"
        onSubmit={(event) => {
          event.preventDefault()
          if (own.trim() !== '') void send({ kind: 'own', text: own.trim() })
        }}
      >
        <TextArea
          id="hold-own" label={texts.own} hint={fill(texts.ownHint, { count: HOLD_LENGTH })} rows={2} maxLength={HOLD_LENGTH}
          value={own} onChange={(event) => setOwn(event.target.value)}
        />
        <Button aria-disabled={state === 'sending' || own.trim() === ''}>{state === 'sending' ? texts.sending : texts.send}</Button>
      </form>
      {state === 'failed' && <p className="field-error" role="alert">{texts.failed}</p>}
    </Dialog>
  )
}
