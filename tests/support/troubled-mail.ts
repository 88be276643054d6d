import type { Dice } from './dice.ts'
import { pause } from './product.ts'
import type { SmtpSink, Verdict } from './smtp-sink.ts'

export type TroubledMail = {
  /** Keeps back the answer to every DATA from now on. */
  hold: () => void
  isHeld: () => boolean
  /** The sender is gone: the server has either kept what it got, or thrown it away. */
  letGo: () => void
}

/** Nobody who wasn't told to wait waits longer for an answer. */
export const SLOWEST_MS = 300

/** A mail server that refuses for now, is slow, cuts the line, or keeps its answer to DATA until the sender is dead. */
export function troubleMail(sink: SmtpSink, dice: Dice): TroubledMail {
  const tries = new Map<string, number>()
  const waiting: ((verdict: Verdict) => void)[] = []
  let isHolding = false
  sink.decide((mail) => {
    const id = messageIdOf(mail.raw)
    const tried = (tries.get(id) ?? 0) + 1
    tries.set(id, tried)
    if (isHolding) return new Promise((resolve) => waiting.push(resolve))
    // Each refusal makes the next pause longer, so no mail meets more than two.
    if (tried <= 2 && dice.chance(0.08)) return { code: 451, text: 'later' }
    if (tried <= 2 && dice.chance(0.04)) return 'drop'
    if (dice.chance(0.1)) return pause(dice.below(SLOWEST_MS)).then(() => 'accept' as const)
    return 'accept'
  })
  return {
    hold: () => { isHolding = true },
    isHeld: () => waiting.length > 0,
    letGo() {
      isHolding = false
      for (const answer of waiting.splice(0)) answer(dice.chance(0.5) ? 'accept' : 'drop')
    },
  }
}

function messageIdOf(raw: Buffer): string {
  return /^Message-ID: *(\S+)/im.exec(raw.toString('latin1'))?.[1] ?? ''
}

export type Repeats = {
  /** Copies that the server accepted. */
  accepted: number
  /** Those among them whose message it had accepted before. */
  repeated: number
  /** Of these, where the sender still lived at the first yes: it was heard, and not yet written down. */
  afterHeard: number
}

/** From the kill until the next start: nobody hears an answer. Epoch milliseconds. */
export type Death = { from: number; to: number }

/** Counts what came twice. A yes that nobody lived to hear is repeated by whoever delivers at least once. */
export function countRepeats(sink: SmtpSink, deaths: readonly Death[]): Repeats {
  const heard = new Map<string, boolean>()
  const repeats: Repeats = { accepted: 0, repeated: 0, afterHeard: 0 }
  for (const { raw, at } of sink.accepted()) {
    const id = messageIdOf(raw)
    const before = heard.get(id)
    repeats.accepted += 1
    if (before !== undefined) repeats.repeated += 1
    if (before) repeats.afterHeard += 1
    heard.set(id, (before ?? false) || !deaths.some(({ from, to }) => at >= from && at < to))
  }
  return repeats
}
