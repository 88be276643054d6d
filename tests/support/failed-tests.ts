import { stripVTControlCharacters } from 'node:util'

type VitestTest = { fullName: string; status: string; failureMessages: string[] }
type VitestFile = { name: string; status: string; message: string; assertionResults: VitestTest[] }
type VitestReport = { testResults: VitestFile[] }
type PlaywrightSpec = { title: string; ok: boolean; line: number; tests: { results: { errors: { message?: string }[] }[] }[] }
type PlaywrightSuite = { file: string; specs: PlaywrightSpec[]; suites?: PlaywrightSuite[] }

/** Enough to see what was expected and what came, however much a test has to say. */
const LINES_OF_A_FAULT = 8
const FAULTS_OF_A_TEST = 3
const LETTERS_OF_A_LINE = 300

/** The tests that failed, each with its file and how it began to fail; a file that could not even be loaded by its own name. */
export function failedTests(report: VitestReport | { suites: PlaywrightSuite[] }): string[] {
  if ('suites' in report) return report.suites.flatMap(failedSpecs)
  return report.testResults.filter(({ status }) => status === 'failed').flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0) return [withFaults(name, [message])]
    return failed.map(({ fullName, failureMessages }) => withFaults(`${name}: ${fullName}`, failureMessages))
  })
}

function failedSpecs({ file, specs, suites = [] }: PlaywrightSuite): string[] {
  const failed = specs.filter(({ ok }) => !ok).map(({ title, line, tests }) => {
    const errors = tests.flatMap(({ results }) => results).flatMap((result) => result.errors)
    return withFaults(`${file}:${line}: ${title}`, errors.map(({ message = '' }) => message))
  })
  return [...failed, ...suites.flatMap(failedSpecs)]
}

function withFaults(name: string, messages: string[]): string {
  const lines = messages.slice(0, FAULTS_OF_A_TEST).flatMap((message) => (
    stripVTControlCharacters(message).split('\n').filter((line) => line.trim() !== '').slice(0, LINES_OF_A_FAULT)
  ))
  return [name, ...lines.map((line) => `      ${line.slice(0, LETTERS_OF_A_LINE)}`)].join('\n')
}
