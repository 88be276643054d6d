import { randomUUID } from 'node:crypto'
import type { Dice } from './dice.ts'
import { pause } from './product.ts'
import { readStarts, somebody } from './prospect.ts'

/** What a visitor was told, and so may rely on. */
export type Told = { seatPath: string; cookie: string; startsAt: string; isCancelled: boolean }

/** Each visitor keeps at most this many meetings, so that the calendar never fills. */
const MOST_KEPT = 6
const TRY_AGAIN_MS = 150

type World = { url: string; dice: Dice; isOver: () => boolean; countStep: () => void }

/** People who book, move and call off until told to stop, and repeat whatever got no answer. */
export function startVisitors(url: string, dice: Dice, count: number): { steps(): number; stop(): Promise<Told[]> } {
  let isOver = false
  let steps = 0
  const world = { url, dice, isOver: () => isOver, countStep: () => { steps += 1 } }
  const visits = Array.from({ length: count }, () => visit(world))
  return {
    /** Bookings, moves and cancellations that were answered with yes so far. */
    steps: () => steps,
    async stop() {
      isOver = true
      return (await Promise.all(visits)).flat()
    },
  }
}

async function visit(world: World): Promise<Told[]> {
  const told: Told[] = []
  while (!world.isOver()) {
    const kept = told.filter((one) => !one.isCancelled)
    const any = kept[world.dice.below(kept.length)]
    if (!any || (kept.length < MOST_KEPT && world.dice.chance(0.5))) told.push(...await book(world))
    else if (world.dice.chance(0.5)) await move(world, any)
    else await cancel(world, any)
    await pause(50 + world.dice.below(200))
  }
  return told
}

async function book(world: World): Promise<Told[]> {
  const startsAt = await anyStart(world)
  if (!startsAt) return []
  const body = { ...somebody(), start: startsAt, zone: 'Europe/Copenhagen', idempotencyKey: randomUUID() }
  const answer = await insist(world, '/book/intro/details', { body })
  if (answer.status !== 303) return []
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  return [{ seatPath: answer.headers.get('Location') ?? '', cookie, startsAt, isCancelled: false }]
}

async function move(world: World, told: Told): Promise<void> {
  const startsAt = await anyStart(world)
  if (!startsAt) return
  const answer = await insist(world, `${told.seatPath}/move`, { body: { start: startsAt }, cookie: told.cookie })
  if (answer.status === 303) told.startsAt = startsAt
}

async function cancel(world: World, told: Told): Promise<void> {
  const answer = await insist(world, told.seatPath, { body: { intent: 'cancel' }, cookie: told.cookie })
  if (answer.status !== 303) throw new Error(`Calling off was answered with ${answer.status}`)
  told.isCancelled = true
}

async function anyStart({ url, dice }: World): Promise<string | null> {
  for (;;) {
    const starts = await readStarts(url).catch(() => null)
    if (starts) return starts[dice.below(starts.length)] ?? null
    await pause(TRY_AGAIN_MS)
  }
}

/** Posts until there is an answer: a server that was killed gives none, one that starts says 503. */
async function insist({ url, countStep }: World, path: string, { body, cookie = '' }: { body: Record<string, string>; cookie?: string }): Promise<Response> {
  for (;;) {
    const answer = await fetch(url + path, {
      method: 'POST', body: new URLSearchParams(body), redirect: 'manual', headers: { Origin: new URL(url).origin, Cookie: cookie },
    }).catch(() => null)
    if (answer?.status === 303) countStep()
    if (answer && answer.status < 500) return answer
    if (answer && answer.status !== 503) throw new Error(`${path} was answered with ${answer.status}`)
    await pause(TRY_AGAIN_MS)
  }
}
