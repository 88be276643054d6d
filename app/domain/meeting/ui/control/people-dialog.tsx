import { useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import type { DoorGuest, DoorRequest, DoorView } from '../../room-data.ts'
import type { Person } from '../call/people.ts'
import type { RoomScene } from '../room-scene.ts'

export type PeopleDialogProps = {
  door: DoorView
  people: readonly Person[]
  texts: RoomScene['texts']
  onAsk: (request: DoorRequest) => Promise<boolean>
  isOpen: boolean
  onClose: () => void
}

/** The host's word on who is heard, seen and here: nothing in it can be undone by accident but the removal, which asks first. */
export function PeopleDialog({ door, people, texts, onAsk, isOpen, onClose }: PeopleDialogProps) {
  const { people: words } = texts.talk
  const [hasFailed, setFailed] = useState(false)
  const ask = async (request: DoorRequest) => setFailed(!(await onAsk(request)))
  const inside = door.guests.filter((guest) => guest.door === 'admitted')
  const close = <Button type="button" onClick={onClose}>{texts.controls.close}</Button>
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose} actions={close}>
      {inside.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="people-list">
        {inside.map((guest) => (
          <li key={guest.seatId}>
            <h3>{guest.name}</h3>
            <Sent guest={guest} person={people.find(({ id }) => id === guest.identity)} words={words} onAsk={ask} />
            <TurnAway guest={guest} words={words} onAsk={ask} />
          </li>
        ))}
      </ul>
      {door.heirs.map(({ seatId, name }) => (
        <p key={seatId}>
          <Button type="button" tone="quiet" onClick={() => void ask({ intent: 'hand-over', seatId })}>{fill(words.handOver, { name })}</Button>
        </p>
      ))}
      <p className="soft">{words.lockHint}</p>
      <p>
        <Button type="button" tone="quiet" onClick={() => void ask({ intent: door.isLocked ? 'unlock' : 'lock' })}>
          {door.isLocked ? words.unlock : words.lock}
        </Button>
      </p>
      <p className="field-error" role="alert">{hasFailed && words.failed}</p>
    </Dialog>
  )
}

type OneProps = { guest: DoorGuest; words: RoomScene['texts']['talk']['people']; onAsk: (request: DoorRequest) => Promise<void> }

/** Only what is on can be turned off. */
function Sent({ guest: { seatId, name }, person, words, onAsk }: OneProps & { person: Person | undefined }) {
  const kinds = [
    { kind: 'microphone', isOn: person?.isMicrophoneOn, label: words.microphone, full: words.microphoneOf },
    { kind: 'camera', isOn: person?.isCameraOn, label: words.camera, full: words.cameraOf },
    { kind: 'share', isOn: person?.screen, label: words.share, full: words.shareOf },
  ] as const
  const sent = kinds.filter(({ isOn }) => isOn)
  return (
    <div className="row">
      {sent.map(({ kind, label, full }) => (
        <Button key={kind} type="button" tone="quiet" aria-label={fill(full, { name })} onClick={() => void onAsk({ intent: 'silence', seatId, kind })}>
          {label}
        </Button>
      ))}
    </div>
  )
}

function TurnAway({ guest: { seatId, name }, words, onAsk }: OneProps) {
  const [isAsked, setAsked] = useState(false)
  if (!isAsked) {
    return (
      <Button type="button" tone="plain" aria-label={fill(words.turnAwayOf, { name })} onClick={() => setAsked(true)}>{words.turnAway}</Button>
    )
  }
  return (
    <div role="group" aria-label={fill(words.turnAwayOf, { name })}>
      <p role="status">{fill(words.sure, { name })}</p>
      <div className="row">
        <Button type="button" tone="quiet" onClick={() => setAsked(false)}>{words.keep}</Button>
        <Button type="button" tone="danger" onClick={() => void onAsk({ intent: 'turn-away', seatId })}>{words.turnAway}</Button>
      </div>
    </div>
  )
}
