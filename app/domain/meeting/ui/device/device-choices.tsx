import type { ReactNode } from 'react'
import type { Messages } from '#app/i18n/messages.ts'
import { Select } from '#app/ui/field.tsx'
import type { DeviceKind, LocalMedia } from './own-media.ts'

export type DeviceActions = {
  chooseDevice(kind: DeviceKind, deviceId: string): void
  chooseSpeaker(deviceId: string): void
}

type DeviceChoicesProps = { media: LocalMedia; texts: Messages['room']['check']; actions: DeviceActions; children?: ReactNode }

/** Which camera, microphone and, where the browser lets a page choose, loudspeaker; and what else there is to choose. */
export function DeviceChoicesForm({ media, texts, actions, children }: DeviceChoicesProps) {
  const of = (kind: MediaDeviceKind) => media.devices.filter((device) => device.kind === kind)
  const [cameras, microphones, speakers] = [of('videoinput'), of('audioinput'), of('audiooutput')]
  return (
    <div className="device-choices">
      <DeviceSelect
        id="choose-camera" label={texts.camera} devices={cameras} texts={texts}
        chosen={runningId(media, 'camera')} onChoose={(id) => actions.chooseDevice('camera', id)}
      />
      <DeviceSelect
        id="choose-microphone" label={texts.microphone} devices={microphones} texts={texts}
        chosen={runningId(media, 'microphone')} onChoose={(id) => actions.chooseDevice('microphone', id)}
      />
      {speakers.length > 0 && (
        <DeviceSelect
          id="choose-speaker" label={texts.speaker} devices={speakers} texts={texts}
          chosen={media.choices.speakerId ?? ''} onChoose={actions.chooseSpeaker}
        />
      )}
      {children}
    </div>
  )
}

type DeviceSelectProps = {
  id: string
  label: string
  devices: MediaDeviceInfo[]
  chosen: string
  texts: Messages['room']['check']
  onChoose: (deviceId: string) => void
}

function DeviceSelect({ id, label, devices, chosen, texts, onChoose }: DeviceSelectProps) {
  const options = devices.map((device, position) => ({
    value: device.deviceId,
    label: device.label || `${label} ${position + 1}`,
  }))
  const isKnown = options.some((option) => option.value === chosen)
  return (
    <Select
      id={id} label={label} value={isKnown ? chosen : ''}
      options={isKnown ? options : [{ value: '', label: texts.defaultDevice }, ...options]}
      onChange={(event) => event.target.value && onChoose(event.target.value)}
    />
  )
}

/** The device that runs, which need not be the one that was wished for. */
function runningId(media: LocalMedia, kind: DeviceKind): string {
  return media[kind].track?.getSourceTrackSettings().deviceId ?? media.choices[kind].deviceId ?? ''
}
