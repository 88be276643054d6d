import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideTelling, MOST_OFFERED, offerOf, TOLD_EVERY_MS } from '#app/domain/booking/watch/earlier.ts'
import { HOUR_MS, isoDate } from '#app/kernel/time.ts'
import { NOW } from '../../../support/meetings.ts'

const at = (hours: number) => NOW + hours * HOUR_MS

test('what is free already when somebody begins to wait is no news, and is known from then on', () => {
  expect(decideTelling({ known: null, current: [at(1)], toldAt: null, now: NOW })).toEqual({ fresh: [], known: [at(1)], againAt: null })
})

test('a time that was not free is news once, and again after somebody had it in between', () => {
  expect(decideTelling({ known: [at(1)], current: [at(1), at(2)], toldAt: null, now: NOW }))
    .toMatchObject({ fresh: [at(2)], known: [at(1), at(2)] })
  expect(decideTelling({ known: [at(1), at(2)], current: [at(1), at(2)], toldAt: null, now: NOW }).fresh).toEqual([])
  const { known } = decideTelling({ known: [at(1), at(2)], current: [at(1)], toldAt: null, now: NOW })
  expect(decideTelling({ known, current: [at(1), at(2)], toldAt: null, now: NOW }).fresh).toEqual([at(2)])
})

test('within a day of a mail nothing is told, and what freed is told when the day is over', () => {
  const early = decideTelling({ known: [], current: [at(1)], toldAt: NOW, now: NOW + TOLD_EVERY_MS - 1 })
  expect(early).toEqual({ fresh: [], known: [], againAt: NOW + TOLD_EVERY_MS })
  expect(decideTelling({ known: early.known, current: [at(1)], toldAt: NOW, now: NOW + TOLD_EVERY_MS }).fresh).toEqual([at(1)])
})

test('whatever comes and goes, nobody is told twice in a day, nor of a time that did not free since they last knew of it', () => {
  const free = fc.uniqueArray(fc.integer({ min: 100, max: 106 }))
  const looks = fc.array(fc.record({ hours: fc.integer({ min: 0, max: 30 }), current: free }), { maxLength: 30 })
  fc.assert(fc.property(looks, (all) => {
    let [known, toldAt, now]: [number[] | null, number | null, number] = [null, null, NOW]
    let before: number[] | null = null
    for (const { hours, current } of all) {
      now += hours * HOUR_MS
      const told = decideTelling({ known, current: current.map(at), toldAt, now })
      if (told.fresh.length > 0) {
        expect(toldAt === null || now - toldAt >= TOLD_EVERY_MS).toBe(true)
        expect(before).not.toBeNull()
        toldAt = now
      }
      for (const start of told.fresh) expect([current.map(at).includes(start), known?.includes(start)]).toEqual([true, false])
      known = told.known
      before = current
    }
  }))
})

test('one mail offers three at most, from as many days as it can, in the order of the clock', () => {
  expect(offerOf([at(1), at(2), at(3), at(4)], 'Europe/Copenhagen')).toEqual([at(1), at(2), at(3)])
  expect(offerOf([at(1), at(2), at(25), at(49), at(73)], 'Europe/Copenhagen')).toEqual([at(1), at(25), at(49)])
  expect(offerOf([at(1), at(2), at(25)], 'Europe/Copenhagen')).toEqual([at(1), at(2), at(25)])
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 })), (hours) => {
    const starts = hours.map(at).sort((one, other) => one - other)
    const offered = offerOf(starts, 'Pacific/Chatham')
    const daysOf = (some: number[]) => new Set(some.map((start) => isoDate(start, 'Pacific/Chatham'))).size
    expect(offered).toHaveLength(Math.min(MOST_OFFERED, starts.length))
    expect(daysOf(offered)).toBe(Math.min(MOST_OFFERED, daysOf(starts)))
  }))
})
