import { readStarts, submitBooking } from '../support/prospect.ts'
import type { BenchRow } from './row.ts'

const SUBMITS = 200
const ROUNDS = 3

/** How long the last but one of a hundred waits when two hundred submit one time at once; one of them gets it. */
export async function benchRace(url: string): Promise<BenchRow[]> {
  const waits: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const [start = ''] = (await readStarts(url)).slice(round * 4)
    waits.push(...await submitAtOnce(url, start))
  }
  const p99 = waits.sort((one, other) => one - other)[Math.ceil(waits.length * 0.99) - 1] ?? Number.NaN
  return [{ name: `${SUBMITS} submits on one time: p99`, value: p99 / 1000, unit: 's', target: '<= 2', isWithin: p99 <= 2_000 }]
}

async function submitAtOnce(url: string, start: string): Promise<number[]> {
  const sentAt = performance.now()
  const answers = await Promise.all(Array.from({ length: SUBMITS }, async () => {
    const { status } = await submitBooking(url, start)
    return { status, waitedMs: performance.now() - sentAt }
  }))
  const won = answers.filter(({ status }) => status === 303).length
  const lost = answers.filter(({ status }) => status === 409).length
  if (won !== 1 || lost !== SUBMITS - 1) throw new Error(`${won} won and ${lost} were refused`)
  return answers.map(({ waitedMs }) => waitedMs)
}
