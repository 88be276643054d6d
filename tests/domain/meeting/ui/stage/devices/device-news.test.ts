import { expect, test } from 'vitest'
import { newsOfDevices, type DevicesSeen, type OwnDeviceKind } from '#app/domain/meeting/ui/stage/devices/device-news.ts'

const MAC = { id: 'mac', label: 'MacBook Air-mikrofon' }
const JABRA = { id: 'jabra', label: 'Jabra Evolve2 65 (0b0e:030c)' }
const CAMERA = { id: 'face', label: 'FaceTime HD-kamera' }

function seen(microphone: typeof MAC | null, present: (typeof MAC)[], others: Partial<DevicesSeen['inUse']> = {}): DevicesSeen {
  const as = (kind: OwnDeviceKind) => (device: typeof MAC) => ({ kind, device })
  return { inUse: { camera: CAMERA, microphone, speaker: null, ...others }, present: [...present.map(as('microphone')), as('camera')(CAMERA)] }
}

test('nothing that changes is no news', () => {
  expect(newsOfDevices(seen(MAC, [MAC, JABRA]), seen(MAC, [MAC, JABRA]))).toBeNull()
})

test('another microphone is told with the way back', () => {
  expect(newsOfDevices(seen(MAC, [MAC, JABRA]), seen(JABRA, [MAC, JABRA])))
    .toEqual({ what: 'using', kind: 'microphone', label: 'Jabra Evolve2 65', other: MAC })
})

test('to one that was pulled out there is no way back', () => {
  expect(newsOfDevices(seen(JABRA, [MAC, JABRA]), seen(MAC, [MAC]))).toMatchObject({ what: 'using', label: MAC.label, other: null })
})

test('the system’s own device is told by the name that it stands for, and is no way back', () => {
  const before = { id: 'default', label: 'Standard - MacBook Air-mikrofon' }
  const after = { id: 'default', label: 'Standard - Jabra Evolve2 65 (0b0e:030c)' }
  expect(newsOfDevices(seen(before, [before, MAC]), seen(after, [after, MAC, JABRA])))
    .toEqual({ what: 'using', kind: 'microphone', label: 'Jabra Evolve2 65', other: null })
})

test('what is plugged in and not used is offered', () => {
  expect(newsOfDevices(seen(MAC, [MAC]), seen(MAC, [MAC, JABRA]))).toEqual({ what: 'plugged-in', kind: 'microphone', label: 'Jabra Evolve2 65', other: JABRA })
})

test('the first list of a kind is no news, and neither is a device without a name', () => {
  expect(newsOfDevices(seen(MAC, []), seen(MAC, [MAC, JABRA]))).toBeNull()
  expect(newsOfDevices(seen(MAC, [MAC]), seen(MAC, [MAC, { id: 'x', label: '' }]))).toBeNull()
})

test('turning on for the first time, or off, is no change of device', () => {
  expect(newsOfDevices(seen(null, [MAC]), seen(MAC, [MAC]))).toBeNull()
  expect(newsOfDevices(seen(MAC, [MAC]), seen(null, [MAC]))).toBeNull()
})

test('a microphone is told before what came with it', () => {
  const speakers = { before: { speaker: MAC }, after: { speaker: JABRA } }
  expect(newsOfDevices(seen(MAC, [MAC], speakers.before), seen(JABRA, [MAC, JABRA], speakers.after))?.kind).toBe('microphone')
})
