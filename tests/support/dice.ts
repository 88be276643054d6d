/** Chance that a printed seed makes again. */
export type Dice = {
  seed: number
  /** True in this share of the throws, 0 to 1. */
  chance(share: number): boolean
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number
}

/** The seed is PROOF_SEED, or a new one. */
export function throwDice(seed = Number(process.env.PROOF_SEED ?? Math.floor(Math.random() * 2 ** 31))): Dice {
  let state = seed >>> 0
  // mulberry32, in the public domain (Tommy Ettinger)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { seed, chance: (share) => next() < share, below: (count) => Math.floor(next() * count) }
}
