import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCalendar, type CalendarMethod } from '#app/domain/calendar/icalendar.ts'
import { previewMails } from '#app/mail/previews.ts'
import { CAST } from '../../db/seeds/cast.ts'
import { readIcs, readText } from '../support/ics-bytes.ts'
import { hardEvent } from '../support/ics-texts.ts'

/** Python with the packages of each validator; ICS_PYTHON names another one. */
const PYTHON = process.env.ICS_PYTHON || 'python3'
const SCRIPT = fileURLToPath(new URL('../support/ics_validators.py', import.meta.url))
const METHODS: CalendarMethod[] = ['REQUEST', 'CANCEL', 'PUBLISH']
const NOT_INSTALLED = 3

for (const validator of ['icalendar', 'vobject']) {
  test.skipIf(isMissing(validator) && !process.env.REQUIRE_ALL)(`python ${validator} reads what was meant`, () => {
    const events = fc.sample(hardEvent, { numRuns: 60, seed: 20261125 })
    const hard = events.flatMap((event) => METHODS.map((method) => writeCalendar(method, event)))
    const people = { consultant: CAST.consultant, guest: CAST.soren, colleague: CAST.amina }
    const sent = previewMails(people).flatMap(({ ics }) => ics?.content ?? [])
    expect(run(validator, [...hard, ...sent].map(describe))).toEqual([])
  })
}

test.skipIf(isMissing('icalendar') && !process.env.REQUIRE_ALL)('a validator that reads something else says so', () => {
  const cases = fc.sample(hardEvent, { numRuns: 1, seed: 1 }).map((event) => describe(writeCalendar('REQUEST', event)))
  expect(run('icalendar', cases.map((meant) => ({ ...meant, summary: 'Another meeting' })))).toHaveLength(1)
})

/** What the calendar says by our own reading, which the property tests hold to what was meant. */
function describe(ics: string) {
  const properties = readIcs(ics)
  const value = (name: string) => properties.find((property) => property.name === name)?.value ?? ''
  const starts = value('DTSTART').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6+00:00')
  const attendees = properties.filter((property) => property.name === 'ATTENDEE').map((property) => property.value)
  return { ics, method: value('METHOD'), summary: readText(value('SUMMARY')), description: readText(value('DESCRIPTION')), attendees, starts }
}

function isMissing(validator: string): boolean {
  return spawnSync(PYTHON, [SCRIPT, validator], { input: '[]' }).status !== 0
}

function run(validator: string, cases: unknown[]): unknown {
  const { status, stdout, stderr } = spawnSync(PYTHON, [SCRIPT, validator], { input: JSON.stringify(cases), maxBuffer: 64e6 })
  if (status === NOT_INSTALLED) throw new Error(`${PYTHON} has no package ${validator}: pip install ${validator}`)
  if (status !== 0) throw new Error(`The validator ended with ${status}: ${stderr}`)
  return JSON.parse(stdout.toString())
}
