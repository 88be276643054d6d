import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readIcs, readText, type IcsProperty } from '../ics-bytes.ts'

/** An event as somebody read it. Instants as RFC 5545 writes them; null where the event does not say. */
export type ReadEvent = {
  uid: string | null
  sequence: number
  status: string | null
  starts: string | null
  summary: string | null
  description: string | null
  attendees: string[]
  /** Null when the reader knows nothing of RFC 6868, by which names are quoted. */
  names: (string | null)[] | null
}

export type ReadCalendar = { faults: string[]; method: string | null; events: ReadEvent[] }

/** Readers that other people wrote, in four languages; each has caught something that another let pass. */
export const VALIDATORS = ['libical', 'ical4j', 'icalendar', 'vobject', 'biweekly'] as const

export type Validator = (typeof VALIDATORS)[number]

/** Python with the packages icalendar and vobject; ICS_PYTHON names another one. */
const PYTHON = process.env.ICS_PYTHON || 'python3'
/** The jars that pom.xml names; ICS_JARS names another folder. */
const JARS = process.env.ICS_JARS || join(homedir(), '.cache/fremmode/ical4j-4.1.1-biweekly-0.6.8')
const PATIENCE_MS = 120_000

/** Is there all that this validator needs on this machine? */
export function isInstalled(validator: Validator): boolean {
  if (validator === 'libical') return compiled() !== null
  if (validator === 'ical4j' || validator === 'biweekly') return existsSync(JARS) && spawnSync('java', ['-version']).status === 0
  return spawnSync(PYTHON, ['-c', `import ${validator}`]).status === 0
}

/** What this validator reads in each calendar, by one process for all of them. @throws {Error} when it gives up. */
export function readWith(validator: Validator, calendars: readonly string[]): ReadCalendar[] {
  const [program = '', ...given] = commandOf(validator)
  const input = Buffer.concat(calendars.flatMap((text) => [Buffer.from(`${Buffer.byteLength(text)}\n`), Buffer.from(text)]))
  const { status, stdout, stderr } = spawnSync(program, given, { input, maxBuffer: 256e6, timeout: PATIENCE_MS })
  if (status !== 0) throw new Error(`${validator} ended with ${status}: ${String(stderr).slice(0, 2_000)}`)
  const read = String(stdout).split('\n').filter(Boolean).map((line): ReadCalendar => JSON.parse(line))
  if (read.length !== calendars.length) throw new Error(`${validator} read ${read.length} of ${calendars.length} calendars`)
  return read
}

/** The same by our own reading, which the property tests hold to what was meant. */
export function readOurselves(ics: string): ReadCalendar {
  const properties = readIcs(ics)
  const begins = properties.flatMap(({ name, value }, index) => (name === 'BEGIN' && value === 'VEVENT' ? [index] : []))
  const events = begins.map((begin, index) => readEvent(properties.slice(begin, begins[index + 1])))
  return { faults: [], method: valueIn(properties, 'METHOD'), events }
}

/**
 * Where validators are stricter than the rules: libical grants a DECLINECOUNTER no SEQUENCE, which has to echo that of the
 * proposal (RFC 5546 §3.2.8), and biweekly counts a zone as no component (RFC 5545 §3.6), as the empty feed has it.
 */
const STRICTER = [
  { method: 'DECLINECOUNTER', events: 1, fault: 'Failed iTIP restrictions for SEQUENCE property. Expected 0 instances of the property and got 1' },
  { method: 'PUBLISH', events: 0, fault: '[ICalendar]: (4) An iCalendar object must have at least one component.' },
]

/** What a validator found wrong or read otherwise than was meant, in words. */
export function faultsOf(read: readonly ReadCalendar[], meant: readonly ReadCalendar[]): string[] {
  return read.flatMap((calendar, index) => {
    const [other, own] = [comparable(calendar, calendar), comparable(meant[index] ?? calendar, calendar)]
    const isSame = JSON.stringify(other) === JSON.stringify(own)
    const isRight = (fault: string) => STRICTER.some((rule) => (
      rule.fault === fault.trim() && rule.method === calendar.method && rule.events === calendar.events.length
    ))
    return [...calendar.faults.filter((fault) => !isRight(fault)), ...(isSame ? [] : [`read as ${JSON.stringify(other)}, meant ${JSON.stringify(own)}`])]
      .map((fault) => `calendar ${index}: ${fault}`)
  })
}

/**
 * An empty text and none are the same to some readers, one knows no names, and ical4j undoes `^n` before `^^`, so that a
 * circumflex before an n becomes a line break.
 */
function comparable({ method, events }: ReadCalendar, reader: ReadCalendar): unknown {
  return [method, events.map((event, index) => [
    event.uid, event.sequence, event.status ?? '', event.starts ?? '', event.summary ?? '', event.description ?? '', event.attendees,
    reader.events[index]?.names === null ? null : event.names?.map((name) => name?.replaceAll('^\n', '^n') ?? null),
  ])]
}

/** A bell inside the event has a description of its own. */
function readEvent(all: IcsProperty[]): ReadEvent {
  const bell = all.findIndex(({ name, value }) => name === 'BEGIN' && value === 'VALARM')
  const properties = bell < 0 ? all : all.slice(0, bell)
  const text = (name: string) => { const value = valueIn(properties, name); return value === null ? null : readText(value) }
  const attendees = properties.filter(({ name }) => name === 'ATTENDEE')
  return {
    uid: valueIn(properties, 'UID'), sequence: Number(valueIn(properties, 'SEQUENCE') ?? 0), status: valueIn(properties, 'STATUS'),
    starts: valueIn(properties, 'DTSTART'), summary: text('SUMMARY'), description: text('DESCRIPTION'),
    attendees: attendees.map(({ value }) => value), names: attendees.map(({ parameters }) => parameters.CN ?? null),
  }
}

function valueIn(properties: IcsProperty[], wanted: string): string | null {
  return properties.find(({ name }) => name === wanted)?.value ?? null
}

function commandOf(validator: Validator): string[] {
  const file = (name: string) => join(import.meta.dirname, name)
  if (validator === 'libical') return [compiled() ?? 'no compiled reader']
  if (validator === 'icalendar' || validator === 'vobject') return [PYTHON, file('read_with_python.py'), validator]
  return ['java', '-Xshare:auto', '-XX:TieredStopAtLevel=1', '-cp', join(JARS, '*'), file('ReadWithJava.java'), validator]
}

let program: string | null | undefined

/** Our reader around libical, compiled once a run; null without a compiler or the library. */
function compiled(): string | null {
  if (program !== undefined) return program
  const target = join(mkdtempSync(join(tmpdir(), 'fremmode-libical-')), 'read')
  const { status } = spawnSync('cc', ['-O1', '-o', target, join(import.meta.dirname, 'read_with_libical.c'), '-lical'])
  program = status === 0 ? target : null
  return program
}
