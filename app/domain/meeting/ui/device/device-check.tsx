import type { ReactNode } from 'react'
import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { BrowserKind } from './device-fault.ts'
import { DeviceChoicesForm, type DeviceActions } from './device-choices.tsx'
import { DeviceHelp } from './help/device-help.tsx'
import type { DeviceKind, LocalMedia, OwnTrack } from './own-media.ts'
import { readinessOf } from './media-desk.ts'
import { useMicLevel } from './use-mic-level.ts'
import { usePlaying } from './use-playing.ts'

export type CheckActions = DeviceActions & {
  start(): void
  switchDevice(kind: DeviceKind, isOn: boolean): void
}

/** The words that the check needs of the room's. */
export type CheckTexts = Pick<Messages['room'], 'check' | 'controls' | 'help'>

type DeviceCheckProps = { media: LocalMedia; browser: BrowserKind; texts: CheckTexts; actions: CheckActions; children?: ReactNode }

/** How I look and whether I am heard, before anybody else sees or hears me; further choices below those of the devices. */
export function DeviceCheck({ media, browser, texts, actions, children }: DeviceCheckProps) {
  return (
    <section className="check" aria-label={texts.check.title}>
      <div className="check-picture">
        <Preview media={media} texts={texts} onStart={actions.start} />
        {media.hasStarted && <Switches media={media} texts={texts} onSwitch={actions.switchDevice} />}
      </div>
      {media.microphone.state === 'ready' && <MicMeter track={media.microphone.track} texts={texts.check} />}
      {media.hasStarted && !media.isAsking && (
        <DeviceHelp readiness={readinessOf(media)} browser={browser} texts={texts} onTryAgain={actions.start} />
      )}
      {media.devices.length > 0 && (
        <details className="check-devices">
          <summary>{texts.check.devices}</summary>
          <DeviceChoicesForm media={media} texts={texts.check} actions={actions}>{children}</DeviceChoicesForm>
        </details>
      )}
    </section>
  )
}

type PreviewProps = { media: LocalMedia; texts: CheckTexts; onStart: () => void }

function Preview({ media, texts, onStart }: PreviewProps) {
  const isOn = media.camera.state === 'ready'
  const ref = usePlaying<HTMLVideoElement>(isOn ? media.camera.track : null)
  return (
    <>
      <video className="own-picture" ref={ref} muted playsInline autoPlay aria-label={texts.check.preview} hidden={!isOn} />
      {!isOn && (
        <div className="check-off">
          {media.hasStarted && <Icon name="camera-off" size={32} />}
          {media.isAsking && <p role="status">{texts.check.asking}</p>}
          {media.hasStarted && !media.isAsking && <p>{texts.check.cameraState[media.camera.state]}</p>}
          {!media.hasStarted && <Button type="button" onClick={onStart}>{texts.check.start}</Button>}
        </div>
      )}
    </>
  )
}

type SwitchesProps = { media: LocalMedia; texts: CheckTexts; onSwitch: CheckActions['switchDevice'] }

function Switches({ media, texts, onSwitch }: SwitchesProps) {
  const { controls } = texts
  const [isHeard, isSeen] = [media.microphone.state === 'ready', media.camera.state === 'ready']
  return (
    <div className="check-switches">
      <button
        type="button" className="round" data-off={isHeard ? undefined : ''} onClick={() => onSwitch('microphone', !isHeard)}
        aria-label={isHeard ? controls.microphoneOff : controls.microphoneOn}
      >
        <Icon name={isHeard ? 'microphone' : 'microphone-off'} />
      </button>
      <button
        type="button" className="round" data-off={isSeen ? undefined : ''} onClick={() => onSwitch('camera', !isSeen)}
        aria-label={isSeen ? controls.cameraOff : controls.cameraOn}
      >
        <Icon name={isSeen ? 'camera' : 'camera-off'} />
      </button>
    </div>
  )
}

function MicMeter({ track, texts }: { track: OwnTrack | null; texts: Messages['room']['check'] }) {
  const { ref, isHeard } = useMicLevel(track)
  return (
    <div className="mic" data-heard={isHeard ? '' : undefined}>
      <Icon name={isHeard ? 'check' : 'microphone'} size={20} />
      <p role="status">{isHeard ? texts.hearYou : texts.saySomething}</p>
      <div className="mic-level" ref={ref} aria-hidden="true" />
    </div>
  )
}
