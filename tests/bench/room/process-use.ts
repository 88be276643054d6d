import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second of /proc (proc(5), sysconf(_SC_CLK_TCK)): 100 on every Linux that matters. */
const TICKS_PER_SECOND = 100

/** CPU seconds that a process and all its descendants have used so far. Those that ended count no more. */
export function cpuSecondsOfTree(rootPid: number): number {
  const all = listProcesses()
  const pids = new Set([rootPid])
  for (let size = 0; size !== pids.size;) {
    size = pids.size
    for (const { pid, parentPid } of all) if (pids.has(parentPid)) pids.add(pid)
  }
  return all.filter(({ pid }) => pids.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND
}

/** The process whose command line has this word. @throws {Error} when there is none. */
export function findProcess(word: string): number {
  const pids = listProcesses().map(({ pid }) => pid).filter((pid) => readOrEmpty(`/proc/${pid}/cmdline`).split('\0').includes(word))
  const [first] = pids.sort((one, other) => one - other)
  if (first === undefined) throw new Error(`No process runs with ${word}`)
  return first
}

export function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}

type Process = { pid: number; parentPid: number; ticks: number }

function listProcesses(): Process[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    const stat = readOrEmpty(`/proc/${name}/stat`)
    // The name stands in brackets and may hold anything: what follows the last one is plain (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields.length > 13 ? [{ pid: Number(name), parentPid: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }] : []
  })
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
