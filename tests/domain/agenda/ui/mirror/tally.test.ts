import { expect, test } from 'vitest'
import type { Spoken } from '#app/domain/agenda/mirror/mirror.ts'
import { addStep } from '#app/domain/agenda/ui/mirror/tally.ts'

test('time goes to whoever speaks, to both when both do, and to the item that the meeting is at', () => {
  const steps = [
    [['mette'], 'clear', 1_000], [['mette', 'søren'], 'clear', 500], [[], 'clear', 900], [['søren'], 'price', 250], [['mette'], null, 100],
  ] as const
  const spoken = steps.reduce<Spoken[]>((sums, [identities, itemId, ms]) => addStep(sums, { identities, itemId }, ms), [])
  expect(spoken).toEqual([
    { itemId: 'clear', identity: 'mette', ms: 1_500 }, { itemId: 'clear', identity: 'søren', ms: 500 },
    { itemId: 'price', identity: 'søren', ms: 250 }, { itemId: null, identity: 'mette', ms: 100 },
  ])
})

test('a page that slept for an hour counts three seconds, and a step back counts nothing', () => {
  const moment = { identities: ['mette'], itemId: null }
  expect(addStep([], moment, 3_600_000)).toEqual([{ itemId: null, identity: 'mette', ms: 3_000 }])
  expect(addStep([], moment, -5_000)).toEqual([{ itemId: null, identity: 'mette', ms: 0 }])
})

test('sums that were given stay as they were', () => {
  const before = [{ itemId: null, identity: 'mette', ms: 5 }]
  addStep(before, { identities: ['mette'], itemId: null }, 10)
  expect(before).toEqual([{ itemId: null, identity: 'mette', ms: 5 }])
})
