/**
 * Runs what was asked for, one step after the other, and ends in one line over everything:
 * `N passed, N failed, N skipped`. Modes: check (types, lint, house, unused code), all, and proofs: the long ones
 * in full (PROOF_SEED makes a run again), which `all` runs small.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './support/chromium.ts'
import { failedTests } from './support/failed-tests.ts'

/** `names` are those of the failed ones. */
type Tally = { passed: number; failed: number; skipped: number; names?: string[] }
type Step = { name: string; command: string[]; minutes: number; report?: 'vitest' | 'playwright'; env?: Record<string, string> }

const MODES = { check: checkSteps, all: allSteps, proofs: proofSteps }
const REPORTS = 'test-results'

await main()

async function main(): Promise<void> {
  const mode = process.argv[2] ?? 'all'
  if (!isMode(mode)) throw new Error(`No such mode: ${mode}`)
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const total = { passed: 0, failed: 0, skipped: 0 }
  const names: string[] = []
  for (const step of MODES[mode]()) {
    const tally = await runStep(step)
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped += tally.skipped
    names.push(...(tally.names ?? []).map((name) => `${step.name}: ${name}`))
  }
  const isIncomplete = process.env.REQUIRE_ALL === '1' && total.skipped > 0
  if (isIncomplete) console.log('REQUIRE_ALL is set, and a part was skipped: that counts as a failure.')
  // The last words of a long run are often all that is kept of it.
  if (names.length > 0) console.log(`\nFailed:\n  ${names.join('\n  ')}\n`)
  const failed = total.failed + (isIncomplete ? total.skipped : 0)
  const skipped = isIncomplete ? 0 : total.skipped
  console.log(`${total.passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(failed === 0 ? 0 : 1)
}

function checkSteps(): Step[] {
  return [
    { name: 'types', command: ['npx', 'tsc', '--noEmit'], minutes: 5 },
    { name: 'lint', command: ['npx', 'eslint', '.', '--max-warnings', '0'], minutes: 5 },
    { name: 'unused code', command: ['npx', 'knip'], minutes: 3 },
    vitestStep('house', ['tests/house']),
  ]
}

function isMode(mode: string): mode is keyof typeof MODES {
  return mode in MODES
}

function allSteps(): Step[] {
  const unit = vitestStep('unit and integration', ['--exclude', 'tests/house/**'])
  const newer = newerNodeStep(['tests/kernel', 'tests/domain/calendar', 'tests/i18n', 'tests/mail'])
  const env = { CHROMIUM_PATH: findChromium() }
  const journeys = playwrightStep('journeys', { env, minutes: 25, workers: 2 })
  const calls = playwrightStep('calls', { env, minutes: 25 })
  return [...checkSteps(), ...partSteps(), unit, newer, journeys, calls, playwrightStep('proofs', { env: { PROOF_SCALE: 'small' }, minutes: 15 })]
}

function proofSteps(): Step[] {
  return [...partSteps(), playwrightStep('proofs', { env: { PROOF_SCALE: 'full' }, minutes: 100 })]
}

/** What journeys, calls and proofs run on. */
function partSteps(): Step[] {
  return [
    { name: 'build', command: ['npm', 'run', '--silent', 'build'], minutes: 5 },
    { name: 'LiveKit server', command: ['node', '--import', 'tsx', 'tests/support/prepare-livekit.ts'], minutes: 15 },
  ]
}

function vitestStep(name: string, args: string[], env: Record<string, string> = {}, minutes = 15): Step {
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/${name.replaceAll(' ', '-')}.json`]
  return { name, command: ['npx', 'vitest', 'run', ...args, ...report], minutes, report: 'vitest', env }
}

/** Node 20 gets no more fixes: what reckons with zones and texts must hold on the line that NEWER_NODE names too. */
function newerNodeStep(folders: string[]): Step {
  const name = 'unit on a newer Node'
  const program = process.env.NEWER_NODE
  if (!program) return { name, command: [], minutes: 0 }
  const report = ['--reporter=dot', '--reporter=json', `--outputFile.json=${REPORTS}/${name.replaceAll(' ', '-')}.json`]
  return { name, command: [program, 'node_modules/vitest/vitest.mjs', 'run', ...folders, ...report], minutes: 10, report: 'vitest' }
}

type BrowserStep = { env: Record<string, string>; minutes: number; workers?: number }

function playwrightStep(name: string, { env, minutes, workers = 1 }: BrowserStep): Step {
  const withReport = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/${name}.json` }
  return { name, command: ['npx', 'playwright', 'test', `tests/${name}/`, `--workers=${workers}`, '--reporter=list,json'], minutes, report: 'playwright', env: withReport }
}

async function runStep(step: Step): Promise<Tally> {
  console.log(`\n== ${step.name}`)
  if (step.command.length === 0) {
    console.log(`== ${step.name}: skipped, for its program is not here`)
    return { passed: 0, failed: 0, skipped: 1 }
  }
  const startedAt = Date.now()
  const isGood = await runProgram(step)
  const tally = countTests(step, isGood)
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(`== ${step.name}: ${tally.failed > 0 ? 'FAILED' : 'ok'} in ${seconds} s`)
  return tally
}

function runProgram(step: Step): Promise<boolean> {
  const [program = '', ...args] = step.command
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...step.env }, detached: true })
    const limit = setTimeout(() => {
      console.log(`${step.name} ran over its ${step.minutes} minutes and is ended.`)
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    }, step.minutes * 60_000)
    child.on('exit', (code) => {
      clearTimeout(limit)
      resolve(code === 0)
    })
  })
}

function countTests(step: Step, isGood: boolean): Tally {
  const plain = { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, names: isGood ? [] : ['the whole step'] }
  const file = `${REPORTS}/${step.name.replaceAll(' ', '-')}.json`
  if (!step.report || !existsSync(file)) return plain
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const names = failedTests(report)
  const tally = step.report === 'vitest'
    ? { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
    : { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky, skipped: report.stats.skipped }
  // A file that could not be loaded, or a run that was cut short, fails without a failed test.
  return isGood || tally.failed > 0 ? { ...tally, names } : { ...tally, failed: 1, names: ['the run itself'] }
}
