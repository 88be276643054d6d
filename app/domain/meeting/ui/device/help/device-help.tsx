import type { Messages } from '#app/i18n/messages.ts'
import android from '#app/ui/pictures/address-bar-android.svg?url'
import chromium from '#app/ui/pictures/address-bar-chromium.svg?url'
import edge from '#app/ui/pictures/address-bar-edge.svg?url'
import firefox from '#app/ui/pictures/address-bar-firefox.svg?url'
import ios from '#app/ui/pictures/address-bar-ios.svg?url'
import safari from '#app/ui/pictures/address-bar-safari.svg?url'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Readiness } from '../../../meeting.ts'
import type { BrowserKind } from '../device-fault.ts'

/** The address bar of each browser with the place to press; files, so that they weigh nothing until they are needed. */
const PICTURES: Partial<Record<BrowserKind, string>> = { android, chromium, edge, firefox, ios, safari }

type DeviceHelpProps = { readiness: Readiness; browser: BrowserKind; texts: Pick<Messages['room'], 'check' | 'help'>; onTryAgain: () => void }

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
  const picture = PICTURES[browser]
  return (
    <Notice tone="caution" title={`${faults.map(({ words }) => words).join('. ')}.`}>
      {has('denied') && (
        <>
          <p>{help.title}:</p>
          {picture && <img className="help-picture" src={picture} width={360} height={72} alt={help.picture} />}
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
