type VitestFile = { name: string; status: string; message: string; assertionResults: { fullName: string; status: string }[] }
type VitestReport = { testResults: VitestFile[] }
type PlaywrightSuite = { file: string; specs: { title: string; ok: boolean; line: number }[]; suites?: PlaywrightSuite[] }

/** The names of the tests that failed, each with its file; a file that could not even be loaded by its own name. */
export function failedTests(report: VitestReport | { suites: PlaywrightSuite[] }): string[] {
  if ('suites' in report) return report.suites.flatMap(failedSpecs)
  return report.testResults.filter(({ status }) => status === 'failed').flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    return failed.length > 0 ? failed.map(({ fullName }) => `${name}: ${fullName}`) : [`${name}: ${message.split('\n')[0] ?? ''}`]
  })
}

function failedSpecs({ file, specs, suites = [] }: PlaywrightSuite): string[] {
  return [
    ...specs.filter(({ ok }) => !ok).map(({ title, line }) => `${file}:${line}: ${title}`),
    ...suites.flatMap(failedSpecs),
  ]
}
