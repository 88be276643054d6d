import { expect, test } from 'vitest'
import { chooseForGood, createMediaDesk, listenOnly, noteFound, readinessOf } from '#app/domain/meeting/ui/device/media-desk.ts'
import { memoryStorage } from './memory-storage.ts'

test('what the tests found is told with the devices, the newest of each', () => {
  const desk = createMediaDesk(null)
  expect(readinessOf(desk.store.read())).toEqual({ camera: 'off', microphone: 'off' })
  noteFound(desk, { speaker: 'unheard' })
  noteFound(desk, { network: { way: 'udp', roundTripMs: 20 } })
  noteFound(desk, { speaker: 'heard' })
  expect(readinessOf(desk.store.read())).toEqual({ camera: 'off', microphone: 'off', speaker: 'heard', network: { way: 'udp', roundTripMs: 20 } })
})

test('who only listens has both devices off this once, and what was chosen before stays remembered', () => {
  const storage = memoryStorage()
  storage.setItem('fremmode.devices', JSON.stringify({ camera: { isOn: true, deviceId: 'cam' } }))
  const before = storage.getItem('fremmode.devices')
  const desk = createMediaDesk(storage)
  desk.store.write({ ...desk.store.read(), camera: { state: 'denied', track: null }, hasStarted: true })
  listenOnly(desk)
  const { camera, microphone, choices } = desk.store.read()
  expect([camera.state, microphone.state, choices.camera, choices.microphone.isOn]).toEqual(['off', 'off', { isOn: false, deviceId: 'cam' }, false])
  expect(storage.getItem('fremmode.devices')).toBe(before)
  chooseForGood(desk, (chosen) => ({ ...chosen, speakerId: 'speaker' }))
  expect(createMediaDesk(storage).store.read().choices).toMatchObject({ camera: { isOn: true, deviceId: 'cam' }, speakerId: 'speaker' })
})
