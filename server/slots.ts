/**
 * Prints the slots of a case, or what each rule says about one instant:
 * `slots case.json`, `slots case.json --explain 2027-03-26T08:00:00Z`, `slots --many cases.jsonl`.
 * Bad input ends in exit code 2 with one line on standard error that begins with the JSON path.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseInstant } from '#app/kernel/time.ts'
import { explainAnswer, slotsAnswer } from './slots/answer.ts'
import { readSlotCase } from './slots/slot-case.ts'

type Order = { path: string; isMany: boolean; explainAt: number | null }
type Outcome = { answer: string } | { fault: string }

const BAD_INPUT = 2
const USAGE = 'usage: slots CASE.json | slots --many CASES.jsonl, either with --explain INSTANT (ISO 8601 with its zone)'

process.exitCode = run(process.argv.slice(2))

function run(args: string[]): number {
  const order = readOrder(args)
  if (!order) return refuse(USAGE)
  const text = readText(order.path)
  if (text === null) return refuse(`$: cannot read ${order.path}`)
  if (order.isMany) return answerMany(text, order)
  const outcome = outcomeOf(text, order)
  if ('fault' in outcome) return refuse(outcome.fault)
  process.stdout.write(`${outcome.answer}\n`)
  return 0
}

function readOrder(args: string[]): Order | null {
  try {
    const { values, positionals } = parseArgs({
      args, allowPositionals: true, options: { many: { type: 'string' }, explain: { type: 'string' } },
    })
    const paths = values.many === undefined ? positionals : [values.many, ...positionals]
    const explainAt = parseInstant(values.explain)
    const [path] = paths
    if (path === undefined || paths.length > 1 || (values.explain !== undefined && explainAt === null)) return null
    return { path, isMany: values.many !== undefined, explainAt }
  } catch {
    return null
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** An answer a line, in order; a bad case leaves its fault in its place and goes on. */
function answerMany(text: string, order: Order): number {
  const cases = text === '' ? [] : text.replace(/\n$/, '').split('\n')
  const outcomes = cases.map((line) => outcomeOf(line, order))
  const lines = outcomes.map((outcome) => ('fault' in outcome ? JSON.stringify({ error: outcome.fault }) : outcome.answer))
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  return outcomes.some((outcome) => 'fault' in outcome) ? BAD_INPUT : 0
}

function outcomeOf(json: string, { explainAt }: Order): Outcome {
  const read = readSlotCase(json)
  if (!read.ok) return { fault: read.fault }
  return { answer: explainAt === null ? slotsAnswer(read.rules) : explainAnswer(read.rules, explainAt) }
}

function refuse(fault: string): number {
  process.stderr.write(`${fault}\n`)
  return BAD_INPUT
}
