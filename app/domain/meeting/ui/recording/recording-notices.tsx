import { useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import type { RecordingView } from '../../recording.ts'
import type { RoomScene } from '../room-scene.ts'
import { KeptRecordings } from './kept/kept-recordings.tsx'
import type { RecordingActions } from './recording-actions.ts'
import type { RecordingLocal } from './recording-desk.ts'

type RecordingNoticesProps = { scene: RoomScene; recording: RecordingView | null; local: RecordingLocal; actions: RecordingActions }

/** The question, the sign while it runs with the way out beside it, and what there is to save. */
export function RecordingNotices({ scene, recording, local, actions }: RecordingNoticesProps) {
  const { recording: texts } = scene.texts
  return (
    <>
      {recording?.stage === 'asked' && recording.answer === 'open' && <Question {...{ recording, texts, actions }} />}
      {recording?.stage === 'asked' && recording.answer === 'yes' && !recording.isMine && <Given texts={texts} actions={actions} />}
      {recording?.stage === 'asked' && recording.isMine && <Asked {...{ recording, texts, local, actions }} />}
      {recording?.stage === 'running' && <Sign {...{ recording, texts, actions }} />}
      {recording?.isMine && <Ended key={recording.id} recording={recording} texts={texts} />}
      {local.hasFailed && <p className="field-error" role="alert">{texts.failed}</p>}
      <KeptRecordings {...{ scene, local, actions }} />
    </>
  )
}

type Texts = RoomScene['texts']['recording']
type PartProps = { recording: RecordingView; texts: Texts; actions: RecordingActions }

/** It stops nobody from talking on: who has not answered is simply not recorded. */
function Question({ recording: { askedBy: name }, texts: { question }, actions }: PartProps) {
  return (
    <section className="recording-card" aria-labelledby="recording-question">
      <h2 id="recording-question">{fill(question.title, { name })}</h2>
      <ul>
        <li>{question.what}</li>
        <li>{fill(question.where, { name })}</li>
        <li>{question.withdraw}</li>
      </ul>
      <div className="row">
        <Button type="button" onClick={() => actions.answer(true)}>{question.yes}</Button>
        <Button type="button" tone="quiet" onClick={() => actions.answer(false)}>{question.no}</Button>
      </div>
    </section>
  )
}

function Given({ texts, actions }: Omit<PartProps, 'recording'>) {
  return (
    <div className="recording-line">
      <p>{texts.answered}</p>
      <Button type="button" tone="plain" onClick={actions.takeBack}>{texts.takeBack}</Button>
    </div>
  )
}

/** The host's own view of the question: who is still missing, and then the start. */
function Asked({ recording: { missing }, texts: { dialog }, local, actions }: PartProps & { local: RecordingLocal }) {
  const isReady = missing.length === 0
  return (
    <div className="recording-line">
      <p>{isReady ? dialog.ready : fill(dialog.waiting, { names: missing.join(', ') })}</p>
      <div className="row">
        {isReady && <Button type="button" aria-disabled={local.isBusy} onClick={actions.start}>{dialog.start}</Button>}
        <Button type="button" tone="plain" onClick={actions.stop}>{dialog.drop}</Button>
      </div>
    </div>
  )
}

function Sign({ recording: { isMine, askedBy: name }, texts, actions }: PartProps) {
  return (
    <div className="recording-line">
      <p><span className="recording-sign">{texts.sign}</span> {isMine ? texts.signOwn : fill(texts.signText, { name })}</p>
      {isMine
        ? <Button type="button" tone="quiet" onClick={actions.stop}>{texts.dialog.stop}</Button>
        : <Button type="button" tone="plain" onClick={actions.takeBack}>{texts.takeBack}</Button>}
    </div>
  )
}

/** Whose word ended it stays on the host's screen until the host has read it. */
function Ended({ recording: { reason, endedBy }, texts: { news, dialog } }: Omit<PartProps, 'actions'>) {
  const [isRead, setRead] = useState(false)
  if (isRead || endedBy === null || (reason !== 'refused' && reason !== 'withdrawn' && reason !== 'newcomer')) return null
  return (
    <div className="recording-line">
      <p>{fill(news[reason], { name: endedBy })}</p>
      <Button type="button" tone="plain" onClick={() => setRead(true)}>{dialog.close}</Button>
    </div>
  )
}
