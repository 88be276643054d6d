import { expect, test } from 'vitest'
import { recallChoices, rememberChoices, type DeviceChoices } from '#app/domain/meeting/ui/device/remembered.ts'

const EVERYTHING_ON: DeviceChoices = {
  camera: { isOn: true, deviceId: null }, microphone: { isOn: true, deviceId: null }, speakerId: null,
  background: 'none', isNoiseReduced: true,
}
const CHOSEN: DeviceChoices = {
  camera: { isOn: false, deviceId: 'cam-2' }, microphone: { isOn: true, deviceId: 'mic-1' }, speakerId: 'speaker-3',
  background: 'fjord', isNoiseReduced: false,
}

test('what was chosen is there at the next door', () => {
  const storage = createStorage()
  rememberChoices(storage, CHOSEN)
  expect(recallChoices(storage)).toEqual(CHOSEN)
})

test('whoever comes for the first time has everything on', () => {
  expect(recallChoices(createStorage())).toEqual(EVERYTHING_ON)
})

test('without a storage the choices are simply not remembered', () => {
  expect(() => rememberChoices(null, CHOSEN)).not.toThrow()
  expect(recallChoices(null)).toEqual(EVERYTHING_ON)
})

test('a storage that is full or forbidden costs nothing else', () => {
  const refuse = () => { throw new DOMException('', 'QuotaExceededError') }
  expect(() => rememberChoices({ setItem: refuse }, CHOSEN)).not.toThrow()
  expect(recallChoices({ getItem: refuse })).toEqual(EVERYTHING_ON)
})

test.each(['{', 'null', '42', '"on"', '[]', '{"camera":null}', '{"camera":{"isOn":"yes","deviceId":7},"speakerId":""}'])(
  'spoilt choices count as none: %s', (stored) => {
    expect(recallChoices({ getItem: () => stored })).toEqual(EVERYTHING_ON)
  },
)

test('what is sound in spoilt choices is kept', () => {
  const stored = JSON.stringify({ camera: { isOn: false }, microphone: 'x', speakerId: 'speaker-3' })
  expect(recallChoices({ getItem: () => stored }))
    .toEqual({ ...EVERYTHING_ON, camera: { isOn: false, deviceId: null }, speakerId: 'speaker-3' })
})

function createStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}
