import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Readiness } from '../../meeting.ts'
import type { BrowserKind } from './device-fault.ts'

type DeviceHelpProps = { readiness: Readiness; browser: BrowserKind; texts: Messages['room']; onTryAgain: () => void }

/** What to do about a device that doesn't work, in the words of the visitor's own browser; nothing when all is well. */
export function DeviceHelp({ readiness, browser, texts, onTryAgain }: DeviceHelpProps) {
  const { check, help } = texts
  const faults = [
    { state: readiness.camera, words: check.cameraState[readiness.camera] },
    { state: readiness.microphone, words: check.microphoneState[readiness.microphone] },
  ].filter(({ state }) => state !== 'ready' && state !== 'off')
  if (faults.length === 0) return null
  const has = (state: string) => faults.some((fault) => fault.state === state)
  const steps = help[browser]
  return (
    <Notice tone="caution" title={`${faults.map(({ words }) => words).join('. ')}.`}>
      {has('denied') && (
        <>
          <p>{help.title}:</p>
          <ol><li>{steps.one}</li><li>{steps.two}</li><li>{steps.three}</li></ol>
          <p>{help.closesItself}</p>
        </>
      )}
      {has('busy') && <p>{check.busyHelp}</p>}
      {has('missing') && <p>{check.missingHelp}</p>}
      <Button type="button" tone="quiet" onClick={onTryAgain}>{check.tryAgain}</Button>
    </Notice>
  )
}
