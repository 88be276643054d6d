import { describe, expect, test } from 'vitest'
import { chosenSaving, isPoor, nextSaving, NOT_SAVING, type Saving } from '#app/domain/meeting/ui/stage/saving/saving.ts'

const NOTHING = { packets: 0, lost: 0 }

/** Looks at a line every two seconds, from `from` on. */
function watch(looks: boolean[], from = 0, start: Saving = NOT_SAVING): Saving {
  return looks.reduce((saving, isLinePoor, turn) => nextSaving(saving, isLinePoor, from + turn * 2_000), start)
}

const poor = (turns: number) => Array<boolean>(turns).fill(true)

describe('a poor line', () => {
  test('is one of which LiveKit says so, or on which one packet in twelve is lost', () => {
    expect(isPoor({ received: NOTHING, quality: 'poor' })).toBe(true)
    expect(isPoor({ received: NOTHING, quality: 'lost' })).toBe(true)
    expect(isPoor({ received: { packets: 460, lost: 40 }, quality: 'good' })).toBe(true)
    expect(isPoor({ received: { packets: 470, lost: 30 }, quality: 'good' })).toBe(false)
    expect(isPoor({ received: NOTHING, quality: 'unknown' })).toBe(false)
  })

  test('is not told from a few packets', () => {
    expect(isPoor({ received: { packets: 20, lost: 10 }, quality: 'good' })).toBe(false)
  })
})

describe('by itself', () => {
  test('pictures go small after ten seconds, and cameras after thirty more', () => {
    expect(watch(poor(5)).level).toBe('off')
    expect(watch(poor(6))).toMatchObject({ level: 'less', isByItself: true })
    expect(watch(poor(20)).level).toBe('less')
    expect(watch(poor(21))).toMatchObject({ level: 'sound', isByItself: true })
  })

  test('a dip in between begins the count again', () => {
    expect(watch([...poor(5), false, ...poor(5)]).level).toBe('off')
  })

  test('nothing goes up again, however good the line becomes', () => {
    const small = watch(poor(6))
    expect(watch(Array<boolean>(100).fill(false), 20_000, small).level).toBe('less')
  })
})

describe('by the person', () => {
  const small = watch(poor(6))

  test('pictures come back, and the room keeps quiet for two minutes', () => {
    const back = chosenSaving(small, 'off', 12_000)
    expect(back).toEqual({ level: 'off', isByItself: false, poorSince: null, quietUntil: 132_000 })
    expect(watch(poor(50), 14_000, back).level).toBe('off')
    expect(watch(poor(6), 132_000, back).level).toBe('less')
  })

  test('less is a choice too, and no reason to keep quiet', () => {
    expect(chosenSaving(NOT_SAVING, 'sound', 5_000)).toEqual({ level: 'sound', isByItself: false, poorSince: null, quietUntil: 0 })
    expect(nextSaving(chosenSaving(NOT_SAVING, 'sound', 0), true, 60_000).isByItself).toBe(false)
  })
})
