import { expect, test } from 'vitest'
import type { DeviceKind } from '#app/domain/meeting/ui/device/own-media.ts'
import { reviveEnded, type Devices } from '#app/domain/meeting/ui/device/revive.ts'

type World = { wanted: DeviceKind[]; alive: DeviceKind[]; hasDevices: boolean }

function devices({ wanted, alive, hasDevices }: World): Devices & { restarted: DeviceKind[] } {
  const running = new Set(alive)
  const restarted: DeviceKind[] = []
  return {
    restarted,
    isWanted: (kind) => wanted.includes(kind),
    isAlive: (kind) => running.has(kind),
    async restart(kind) {
      restarted.push(kind)
      if (hasDevices) running.add(kind)
    },
  }
}

test('what ended by itself is started again, and forgotten once it runs', async () => {
  const ended = new Set<DeviceKind>(['camera', 'microphone'])
  const given = devices({ wanted: ['camera', 'microphone'], alive: [], hasDevices: true })
  await reviveEnded(ended, given)
  expect([given.restarted, [...ended]]).toEqual([['camera', 'microphone'], []])
})

test('what did not end is left alone, on or off', async () => {
  const given = devices({ wanted: ['camera', 'microphone'], alive: ['camera'], hasDevices: true })
  await reviveEnded(new Set(), given)
  expect(given.restarted).toEqual([])
})

test('what the person turned off meanwhile stays off, and what came back by itself is not touched', async () => {
  const ended = new Set<DeviceKind>(['camera', 'microphone'])
  const given = devices({ wanted: ['microphone'], alive: ['microphone'], hasDevices: true })
  await reviveEnded(ended, given)
  expect([given.restarted, [...ended]]).toEqual([[], []])
})

test('a device that is still taken, as during a phone call, is tried again the next time', async () => {
  const ended = new Set<DeviceKind>(['microphone'])
  const taken = devices({ wanted: ['microphone'], alive: [], hasDevices: false })
  await reviveEnded(ended, taken)
  expect([...ended]).toEqual(['microphone'])
  const free = devices({ wanted: ['microphone'], alive: [], hasDevices: true })
  await reviveEnded(ended, free)
  expect([free.restarted, [...ended]]).toEqual([['microphone'], []])
})
