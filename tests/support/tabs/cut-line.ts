import { connect, createServer, type Socket } from 'node:net'
import { listenAnywhere } from '../site.ts'
import type { Dice } from '../dice.ts'
import { pause } from '../product.ts'

export type CutLine = {
  /** Where browsers find the product over this line. */
  url: string
  /** How many connections it has broken. */
  cuts: () => number
  /** Breaks one of the open connections. */
  cutAny: () => void
  /** From now on it breaks none, and is quick. */
  calm: () => void
  stop: () => Promise<void>
}

/** This share of all pieces is lost together with the connection that they were on. */
const LOST = 0.015
const SLOW = 0.1

/**
 * A line to the product on `port` that brings each piece a little later, and breaks under any of them: what was asked then
 * never arrives, or was done and is never answered, and a stream ends between two events or in the midst of one.
 */
export async function startCutLine(port: number, dice: Dice): Promise<CutLine> {
  const open = new Map<Socket, () => void>()
  let isCalm = false
  let cuts = 0
  const chance = {
    delayMs: () => (isCalm ? 0 : dice.below(dice.chance(SLOW) ? 300 : 20)),
    breaks: () => !isCalm && dice.chance(LOST),
  }
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    const cut = () => {
      if (!open.delete(near)) return
      cuts += 1
      near.destroy()
      far.destroy()
    }
    open.set(near, cut)
    near.on('close', () => open.delete(near))
    carry([near, far], { ...chance, cut })
    carry([far, near], { ...chance, cut })
  })
  const url = `http://127.0.0.1:${await listenAnywhere(server)}`
  return {
    url,
    cuts: () => cuts,
    cutAny: () => [...open.values()][dice.below(open.size)]?.(),
    calm: () => { isCalm = true },
    stop: () => new Promise((resolve) => {
      server.close(() => resolve())
      for (const near of open.keys()) near.destroy()
    }),
  }
}

type Chance = { delayMs: () => number; breaks: () => boolean; cut: () => void }

function carry([from, to]: [Socket, Socket], { delayMs, breaks, cut }: Chance): void {
  let carried = Promise.resolve()
  from.on('data', (piece: Buffer) => {
    carried = carried.then(async () => {
      await pause(delayMs())
      if (breaks()) cut()
      else if (!to.destroyed) to.write(piece)
    })
  })
  from.on('error', () => {})
  from.on('close', () => void carried.then(() => to.end()))
}
