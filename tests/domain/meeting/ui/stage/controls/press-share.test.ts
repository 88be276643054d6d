import { expect, test } from 'vitest'
import { pressShare, sharerOf } from '#app/domain/meeting/ui/stage/controls/press-share.ts'
import { AMINA, NEVER_SHOWN, SOREN } from '#app/domain/meeting/ui/previews/cast.ts'

function press(isSharing: boolean, isOtherSharing: boolean): string[] {
  const done: string[] = []
  const people = [AMINA, { ...SOREN, screen: isOtherSharing ? NEVER_SHOWN : null }]
  pressShare({
    view: { people, isSharing },
    actions: { switchShare: (isOn) => done.push(isOn ? 'share' : 'stop') },
    onDialog: (dialog) => done.push(`ask: ${dialog}`),
  })
  return done
}

test('a press shares, and the next stops', () => {
  expect(press(false, false)).toEqual(['share'])
  expect(press(true, false)).toEqual(['stop'])
})

test('while somebody else shares, a press asks first', () => {
  expect(press(false, true)).toEqual(['ask: take-share'])
})

test('whoever shares is known by name', () => {
  expect(sharerOf({ people: [AMINA, { ...SOREN, screen: NEVER_SHOWN }] })?.name).toBe(SOREN.name)
  expect(sharerOf({ people: [AMINA, SOREN] })).toBeUndefined()
})
