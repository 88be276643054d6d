import { useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import type { CallState } from '../../call/call-state.ts'
import type { DoorRefusal } from '../../../door/refusal.ts'
import type { DoorView } from '../../../room-data.ts'
import type { RoomScene } from '../../room-scene.ts'
import type { DoorAsks } from '../door-asks.ts'

type OtherDeviceProps = { scene: RoomScene; state: CallState; door: DoorView; actions: Pick<DoorAsks, 'knock' | 'leave' | 'askDoor'> }

/**
 * A link that is bound to another device waits here: the host lets it in, or a code from the invited mailbox does. While the
 * meeting is locked it can't wait, and the code is the only way.
 */
export function OtherDevice({ scene: { host, texts }, state, door, actions }: OtherDeviceProps) {
  const { door: words, talk, warmDoor: { other } } = texts
  const isLocked = state.refusal === 'meeting-locked'
  const text = isLocked ? other.locked : fill(door.isHostPresent ? other.host : other.noHost, { name: host.name })
  return (
    <section className="door-action" data-waiting={isLocked ? undefined : ''}>
      <h2>{other.title}</h2>
      <p role="status">{state.isTroubled ? words.trouble : text}</p>
      {isLocked && host.phone && <p className="soft">{fill(talk.people.lockedPhone, { name: host.name, phone: host.phone })}</p>}
      <ByCode hasCode={door.me.other?.hasCode ?? false} texts={other} onAsk={actions.askDoor} onBound={actions.knock} />
      {!isLocked && <Button type="button" tone="plain" onClick={actions.leave}>{words.stopWaiting}</Button>}
    </section>
  )
}

type ByCodeProps = { hasCode: boolean; texts: RoomScene['texts']['warmDoor']['other']; onAsk: DoorAsks['askDoor']; onBound: () => void }
type Asked = { busy: 'send' | 'use' | null; refusal: DoorRefusal | 'unreachable' | null }

function ByCode({ hasCode, texts, onAsk, onBound }: ByCodeProps) {
  const [{ busy, refusal }, setAsked] = useState<Asked>({ busy: null, refusal: null })
  const [code, setCode] = useState('')
  const send = async () => {
    if (busy) return
    setAsked({ busy: 'send', refusal: null })
    setAsked({ busy: null, refusal: await onAsk({ intent: 'send-code' }) })
  }
  const use = async () => {
    if (busy || code.trim() === '') return
    setAsked({ busy: 'use', refusal: null })
    const refused = await onAsk({ intent: 'use-code', code })
    setAsked({ busy: null, refusal: refused })
    if (refused === null) onBound()
  }
  const sendButton = (
    <Button type="button" tone={hasCode ? 'plain' : 'quiet'} aria-disabled={busy !== null} onClick={() => void send()}>
      {busy === 'send' ? texts.sending : hasCode ? texts.again : texts.send}
    </Button>
  )
  const fault = refusal && faultOf(refusal, texts)
  return (
    <div className="by-code">
      <h3>{texts.codeTitle}</h3>
      <p className="soft">{texts.codeText}</p>
      {hasCode && (
        <form className="code-form" onSubmit={(event) => { event.preventDefault(); void use() }}>
          <Field
            id="door-code" label={texts.code} inputMode="numeric" autoComplete="one-time-code" maxLength={9} value={code}
            onChange={(event) => setCode(event.target.value)} error={refusal === 'code-wrong' ? texts.wrong : undefined}
          />
          <Button aria-disabled={busy !== null}>{busy === 'use' ? texts.using : texts.use}</Button>
        </form>
      )}
      {sendButton}
      <p role="status">{fault ?? (hasCode && texts.sent)}</p>
    </div>
  )
}

function faultOf(refusal: DoorRefusal | 'unreachable', texts: RoomScene['texts']['warmDoor']['other']): string {
  if (refusal === 'code-wrong') return texts.wrong
  if (refusal === 'code-old') return texts.old
  if (refusal === 'meeting-locked') return texts.lockedOut
  return refusal === 'too-often' ? texts.tooOften : texts.failed
}
