import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { nextWatched, NOTHING_SEEN } from '#app/domain/meeting/ui/stall/stall.ts'

/**
 * What two browsers measured in a call over a line with a round trip of 80 ms, on a machine with far too much to do.
 * A row: milliseconds on the wall, the watch's clock, counts of picture and sound, packets sent, newest report, the app,
 * does the server stand, what the other browser told.
 */
const row = z.tuple([
  z.number(), z.number(), z.tuple([z.number().nullable(), z.number().nullable()]), z.number().nullable(), z.number().nullable(),
  z.enum(['reached', 'silent', 'unknown']), z.boolean(), z.enum(['good', 'no-upload', 'no-media']).nullable(),
])
const call = z.object({ guest: z.array(row), host: z.array(row) })
const recorded = z.object({ blackout: call, muted: call }).parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'recorded.json'), 'utf8')),
)

/** The line was cut five seconds into that recording. */
const CUT_AT = 5_000

function shownIn(rows: z.infer<typeof row>[]): { wallMs: number; words: string }[] {
  let watched = NOTHING_SEEN
  return rows.map(([wallMs, at, [picture, sound], sent, reportedAt, app, isServerUp, note]) => {
    const people = [{ id: 'other', name: 'Søren', picture, sound }]
    const report = { reportedAt, reportedAgoMs: at - (reportedAt ?? at) }
    watched = nextWatched(watched, { at, people, sent, ...report, app, isServerUp, isMending: false, notes: note ? { other: note } : {} })
    return { wallMs, words: watched.stalls.map(({ why }) => why).join() }
  })
}

const READS = [['guest', 'my-line'], ['host', 'their-line']] as const

test.each(READS)('in a blackout of the guest\'s line the %s reads %s within two seconds', (side, why) => {
  const shown = shownIn(recorded.blackout[side])
  expect(shown.filter(({ wallMs, words }) => wallMs < CUT_AT && words !== '')).toEqual([])
  const first = shown.find(({ words }) => words !== '')
  expect(first?.words).toBe(why)
  expect((first?.wallMs ?? Infinity) - CUT_AT).toBeLessThanOrEqual(2_050)
  expect(new Set(shown.filter(({ wallMs }) => wallMs >= (first?.wallMs ?? 0)).map(({ words }) => words))).toEqual(new Set([why]))
})

test.each(['guest', 'host'] as const)('when the guest turns camera and microphone off, nothing is said to the %s', (side) => {
  expect(shownIn(recorded.muted[side]).filter(({ words }) => words !== '')).toEqual([])
})
