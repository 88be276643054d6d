import { expect, test } from 'vitest'
import { hasBeenGiven, type DeviceSight } from '#app/domain/meeting/ui/device/help/given-leave.ts'

const refused: DeviceSight = { permission: 'denied', isNamed: false }
const unanswered: DeviceSight = { permission: null, isNamed: false }

test.each<[string, DeviceSight, DeviceSight, boolean]>([
  ['nothing changed', refused, refused, false],
  ['the refusal was turned into leave', refused, { permission: 'granted', isNamed: true }, true],
  ['the refusal was taken back, and the browser will ask again', refused, { permission: 'prompt', isNamed: false }, true],
  ['what was open is refused', { permission: 'prompt', isNamed: false }, refused, false],
  ['a browser that doesn’t answer begins to name the device', unanswered, { permission: null, isNamed: true }, true],
  ['a browser that doesn’t answer still names nothing', unanswered, unanswered, false],
  ['a device that is still refused is named all of a sudden', refused, { permission: 'denied', isNamed: true }, false],
  ['a device was named all along, as where the other of the two is allowed', { permission: 'denied', isNamed: true }, { permission: 'denied', isNamed: true }, false],
])('%s', (_name, before, now, isGiven) => expect(hasBeenGiven(before, now)).toBe(isGiven))
