import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { anyCase } from '../../domain/calendar/slot-arbitrary.ts'
import { caseOf, type SlotCase } from '../../domain/calendar/slot-case.ts'
import { oracleSlots } from '../../domain/calendar/slot-oracle.ts'

const folder = mkdtempSync(join(tmpdir(), 'slots-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as a process of its own, with nothing in its environment but the server's zone. */
function slots(args: string[], serverZone = 'UTC'): Promise<{ stdout: string; stderr: string; code: number }> {
  const program = [process.execPath, ['--import', 'tsx', 'server/slots.ts', ...args]] as const
  return new Promise((resolve) => {
    const options = { env: { NODE_ENV: 'production' as const, TZ: serverZone }, timeout: 60_000, maxBuffer: 1e9 }
    const child = execFile(...program, options, (_error, stdout, stderr) =>
      resolve({ stdout, stderr, code: child.exitCode ?? -1 }))
  })
}

function written(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const plain: SlotCase = caseOf({ type: { durationMinutes: 90 } })

test.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Chatham'])(
  'the slots are the same with the server in %s', { timeout: 180_000 }, async (serverZone) => {
    const cases = fc.sample(anyCase, { numRuns: 40, seed: 27 })
    const { stdout, code } = await slots(['--many', written(`${serverZone.replace('/', '-')}.jsonl`, cases.map(line).join(''))], serverZone)
    const answers: { slots: { start: string; hosts: string[] }[] }[] = stdout.trimEnd().split('\n').map((text) => JSON.parse(text))
    expect(code).toBe(0)
    expect(answers.map((answer) => answer.slots.map(({ start, hosts }) => ({ start, hosts })))).toEqual(cases.map(oracleSlots))
  })

test('a case is answered in UTC, on one line', async () => {
  const { stdout, stderr, code } = await slots([written('case.json', JSON.stringify(plain, null, 2))])
  expect(stdout).toBe('{"slots":[{"start":"2027-05-03T07:00:00Z","end":"2027-05-03T08:30:00Z","hosts":["anna"]},'
    + '{"start":"2027-05-03T08:30:00Z","end":"2027-05-03T10:00:00Z","hosts":["anna"]}]}\n')
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
})

test('an instant is explained in both languages', async () => {
  const bookings = [{ start: '2027-05-03T08:00:00Z', end: '2027-05-03T08:45:00Z', bufferAfterMinutes: 15 }]
  const path = written('booked.json', JSON.stringify(caseOf({ host: { bookings }, type: { durationMinutes: 30 } })))
  const taken = JSON.parse((await slots([path, '--explain', '2027-05-03T10:30:00+02:00'])).stdout)
  expect(taken).toMatchObject({ at: '2027-05-03T08:30:00Z', isSlot: false })
  expect(taken.rulings.filter((ruling: { refuses: boolean }) => ruling.refuses)).toEqual([{
    rule: 'booking', host: 'anna', refuses: true, isMet: false, timeZone: 'Europe/Copenhagen',
    da: 'optaget af et møde 10.00–10.45 og 15 minutter efter det',
    en: 'taken by a meeting 10:00–10:45 and 15 minutes after it',
  }])
  const free = JSON.parse((await slots([path, '--explain', '2027-05-03T07:30:00Z'])).stdout)
  expect(free.isSlot).toBe(true)
  expect(free.rulings.map(({ rule }: { rule: string }) => rule)).toEqual(['range', 'notice', 'horizon', 'hours', 'grid', 'busy', 'booking'])
})

test('bad input ends in 2, with one line that names the JSON path and nothing on standard output', async () => {
  const unknown = written('unknown.json', JSON.stringify(caseOf({ host: { timeZone: 'Mars/Olympus' } })))
  const torn = written('torn.json', '{ "now": \n "2027')
  expect(await slots([unknown])).toEqual({ code: 2, stdout: '', stderr: 'hosts[0].timeZone: must be a time zone of the IANA database\n' })
  expect(await slots([torn])).toEqual({ code: 2, stdout: '', stderr: '$: is not JSON\n' })
  expect(await slots([join(folder, 'none.json')])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^\$: cannot read .*\n$/) })
})

test('an order that cannot be followed ends in 2 and tells the usage on one line', async () => {
  const path = written('plain.json', JSON.stringify(plain))
  for (const args of [[], ['--wrong'], [path, path], [path, '--explain', '2027-05-03T10:30:00'], [path, '--many', path]]) {
    expect(await slots(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^usage: slots [^\n]*\n$/) })
  }
})

test('of many cases a bad one leaves its fault in its place, and the others are answered', async () => {
  const bad = { ...plain, type: { durationMinutes: 1441 } }
  const { stdout, stderr, code } = await slots(['--many', written('many.jsonl', `${line(plain)}\n${line(bad)}${JSON.stringify(plain)}`)])
  const answers = stdout.split('\n')
  expect(answers[1]).toBe('{"error":"$: is not JSON"}')
  expect(answers[2]).toBe('{"error":"type.durationMinutes: must be a whole number from 1 to 1440"}')
  expect([answers[0], answers[4]]).toEqual([answers[3], ''])
  expect({ stderr, code, count: answers.length }).toEqual({ stderr: '', code: 2, count: 5 })
})

test('of no cases there are no answers', async () => {
  expect(await slots(['--many', written('none.jsonl', '')])).toEqual({ code: 0, stdout: '', stderr: '' })
})

function line(slotCase: SlotCase): string {
  return `${JSON.stringify(slotCase)}\n`
}
