import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export type SourceFile = { path: string; lines: string[] }

/** Tracked and new files of our own TypeScript and CSS, in the given folders. */
export function sourceFiles(folders: string[], endings = /\.(ts|tsx|css)$/): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], { encoding: 'utf8' })
  return listed.split('\n')
    .filter((path) => endings.test(path) && !path.includes('migrations/') && existsSync(path))
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n') }))
}

/** The value below which `share` (0 to 1) of the numbers lie. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
