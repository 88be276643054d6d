import type { BenchRow } from './row.ts'

/** Prints the rows as a table of plain text that also reads as Markdown. */
export function printTable(rows: BenchRow[]): void {
  const cells = rows.map((row) => [row.name, `${readable(row.value)} ${row.unit}`.trim(), row.target ?? '', verdict(row)])
  const table = [['what', 'measured', 'target', ''], ...cells]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => (line[column] ?? '').length)))
  table.forEach((line, position) => {
    console.log(`| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    if (position === 0) console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  })
}

function verdict(row: BenchRow): string {
  if (row.isWithin === undefined) return ''
  return row.isWithin ? 'within' : 'OVER'
}

function readable(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
