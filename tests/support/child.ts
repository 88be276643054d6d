import { spawn, type ChildProcess } from 'node:child_process'

export type Child = {
  process: ChildProcess
  /** Waits until the child has printed this text. @throws {Error} with its output when it ends or is silent too long. */
  says: (text: string, limitMs?: number) => Promise<void>
  kill: (signal?: NodeJS.Signals) => Promise<void>
}

/** Runs a TypeScript file of the tests as a process of its own, on this process's settings. */
export function startChild(file: string, settings: Record<string, string>): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', file], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString() })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    process: child,
    says: (text, limitMs = 15_000) => new Promise((resolve, reject) => {
      const look = () => { if (output.includes(text)) settle(resolve) }
      const give = (why: string) => settle(() => reject(new Error(`The child ${why} before it said "${text}": ${output}`)))
      const timer = setTimeout(() => give('was silent too long'), limitMs)
      const settle = (done: () => void) => {
        clearTimeout(timer)
        child.stdout.off('data', look)
        done()
      }
      child.stdout.on('data', look)
      void ended.then(() => give('ended'))
      look()
    }),
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal)
      await ended
    },
  }
}
