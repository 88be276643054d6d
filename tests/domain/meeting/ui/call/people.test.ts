import { expect, test } from 'vitest'
import { arePeopleSame, type Person, type Playable } from '#app/domain/meeting/ui/call/people.ts'

const SOUND = playable()
const ANNA: Person = {
  id: 'a', name: 'Anna', picture: null, isCameraOn: true, isMicrophoneOn: true, isSpeaking: false, screen: null, sounds: [{ id: 's', sound: SOUND }],
}

test('people who look and sound the same are the same, however often they are looked at', () => {
  expect(arePeopleSame([ANNA], [{ ...ANNA, sounds: [{ id: 's', sound: SOUND }] }])).toBe(true)
  expect(arePeopleSame([], [])).toBe(true)
})

test.each<[string, Person[]]>([
  ['somebody left', []],
  ['somebody came', [ANNA, { ...ANNA, id: 'b' }]],
  ['somebody speaks', [{ ...ANNA, isSpeaking: true }]],
  ['a picture came', [{ ...ANNA, picture: playable() }]],
  ['a screen came', [{ ...ANNA, screen: playable() }]],
  ['a sound went', [{ ...ANNA, sounds: [] }]],
  ['a sound is another', [{ ...ANNA, sounds: [{ id: 's', sound: playable() }] }]],
  ['a sound has another id', [{ ...ANNA, sounds: [{ id: 't', sound: SOUND }] }]],
])('%s: that is shown', (_what, now) => {
  expect(arePeopleSame([ANNA], now)).toBe(false)
})

function playable(): Playable {
  return { attach: () => null, detach: () => null }
}
