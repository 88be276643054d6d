import { SECOND_MS } from '#app/kernel/time.ts'

/** Whether a guest has read that speaking time is counted, and is in the count. Nothing is counted before. */
export type MirrorChoice = { isTold: boolean; isOn: boolean }

/** What a guest's page says about it. */
export type ChoiceRequest = { intent: 'told' } | { intent: 'choose'; isOn: boolean }

/** Somebody's speaking time at one item, or at none, in milliseconds. */
export type Spoken = { itemId: string | null; identity: string; ms: number }

/**
 * What one host's page has heard since its last report. `number` rises with each; the same one again is the same report.
 * The last one lets go, so that another page may count at once.
 */
export type SpokenReport = { counterId: string; number: number; spoken: Spoken[]; isLast: boolean }

/** One seat's sum at one item, as it is kept. */
export type SpokenSum = { itemId: string | null; seatId: string; ms: number }

/** How long somebody else spoke at one item. */
export type OtherSpoken = { seatId: string; name: string; ms: number }

/** One item: how long the reader spoke, each other person who is in the count, and everybody together. */
export type ItemShare = { itemId: string | null; ownMs: number; allMs: number; others: OtherSpoken[] }

/** The mirror as a host sees it. */
export type MirrorView = {
  shares: ItemShare[]
  /** Guests inside who are not in it. */
  uncounted: number
}

export const MIRROR_LIMITS = {
  /** A page that is silent for longer has let go. */
  heldMs: 15 * SECOND_MS,
  /** No report tells of more: a page that could not reach us for longer has heard less than it thinks. */
  reportMs: 600 * SECOND_MS,
  spoken: 200,
} as const

/** Less than this says nothing about who led. */
const MEANT_MS = 10 * SECOND_MS

/** Whose seconds the reader may see, in the order in which they are named; what others said is in the whole alone. */
export type Readable = { readerId: string; people: readonly { id: string; name: string }[] }

/** The sums as a host reads them, item by item. */
export function sharesOf(sums: readonly SpokenSum[], { readerId, people }: Readable): ItemShare[] {
  const itemIds = [...new Set(sums.map(({ itemId }) => itemId))]
  return itemIds.map((itemId) => {
    const here = sums.filter((sum) => sum.itemId === itemId)
    const msOf = (id: string) => here.find(({ seatId }) => seatId === id)?.ms ?? 0
    const others = people.map(({ id: seatId, name }) => ({ seatId, name, ms: msOf(seatId) }))
    return {
      itemId, ownMs: msOf(readerId), allMs: here.reduce((whole, { ms }) => whole + ms, 0),
      others: others.filter(({ seatId, ms }) => seatId !== readerId && ms > 0),
    }
  })
}

/** Whole percent; null while too little was said. */
export function ownPercent({ ownMs, allMs }: Pick<ItemShare, 'ownMs' | 'allMs'>): number | null {
  return allMs < MEANT_MS ? null : Math.round((100 * ownMs) / allMs)
}

/** May this page count now? A clock that was set back holds nobody up. */
export function mayCount(counterId: string, held: { counterId: string | null; countedAt: number } | null, now: number): boolean {
  if (!held || held.counterId === null || held.counterId === counterId) return true
  return Math.abs(now - held.countedAt) > MIRROR_LIMITS.heldMs
}
