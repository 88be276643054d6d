import { useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { clockText, dayText, MINUTE_MS } from '#app/kernel/time.ts'
import { Button } from '#app/ui/button.tsx'
import type { RoomScene } from '../../room-scene.ts'
import type { RecordingActions } from '../recording-actions.ts'
import type { RecordingLocal } from '../recording-desk.ts'
import { PART_MS } from '../capture/format.ts'
import type { Kept } from './shelf.ts'

type KeptRecordingsProps = { scene: RoomScene; local: RecordingLocal; actions: Pick<RecordingActions, 'save' | 'remove'> }

/** What was recorded in this browser and waits to be saved, in the call and after it. */
export function KeptRecordings({ scene, local: { kept, saving }, actions }: KeptRecordingsProps) {
  return kept.map((one) => (
    <KeptRecording key={one.id} {...{ scene, actions }} kept={one} state={saving?.id === one.id ? saving.state : null} />
  ))
}

type KeptRecordingProps = Omit<KeptRecordingsProps, 'local'> & { kept: Kept; state: NonNullable<RecordingLocal['saving']>['state'] | null }

function KeptRecording({ scene: { texts: { recording: { kept: texts } }, seat }, kept, state, actions }: KeptRecordingProps) {
  const [isAsking, setAsking] = useState(false)
  const minutes = Math.round((kept.parts * PART_MS) / MINUTE_MS)
  const when = { day: dayText(kept.startedAt, seat.timeZone, seat.locale), time: clockText(kept.startedAt, seat.timeZone, seat.locale) }
  const id = `kept-${kept.id}`
  return (
    <section className="recording-card" aria-labelledby={id}>
      <h2 id={id}>{texts.title}</h2>
      <p>{minutes === 0 ? fill(texts.short, when) : fill(texts.text, { ...when, minutes })}</p>
      {state === 'failed' && <p className="field-error">{texts.saveFailed}</p>}
      {state === 'offered' && <p>{texts.offered}</p>}
      {isAsking && <p>{texts.removeAsk}</p>}
      <div className="row">
        {isAsking
          ? <>
              <Button type="button" tone="danger" onClick={() => actions.remove(kept)}>{texts.removeYes}</Button>
              <Button type="button" tone="quiet" onClick={() => setAsking(false)}>{texts.removeNo}</Button>
            </>
          : <>
              <Button type="button" aria-disabled={state === 'saving'} onClick={() => state !== 'saving' && actions.save(kept)}>
                {state === 'saving' ? texts.saving : texts.save}
              </Button>
              <Button type="button" tone="plain" onClick={() => setAsking(true)}>{texts.remove}</Button>
            </>}
      </div>
    </section>
  )
}
