import type { Person } from '../../call/people.ts'
import type { LayoutChoice } from '../choices/stage-choices.ts'

/** What can be large: somebody's picture by the person's id, or what is shared. */
export type Spot = { kind: 'person'; id: string } | { kind: 'screen' }

/** The same, and a document, which is large by itself. */
export type LargeSpot = Spot | { kind: 'document' }

/** alone: nobody else is there. pair: one other large, oneself in the corner. even: all alike. focus: one large, the others in a strip. */
export type StageShape = 'alone' | 'pair' | 'even' | 'focus'

export type Arrangement = {
  shape: StageShape
  /** What is large; null where nothing stands out. */
  large: LargeSpot | null
  /** Tiles besides the large one, the own picture counted while it is shown. */
  rest: number
}

export type StageWish = {
  layout: LayoutChoice
  pinned: Spot | null
  isSelfHidden: boolean
  /** Who has the word, as `nextSpeaker` has it. */
  speakerId: string | null
  /** A document is shown to everybody. */
  hasDocument?: boolean
}

type OnStage = readonly Pick<Person, 'id' | 'screen'>[]

/**
 * Who stands where. A pin goes before all, then a document, then what is shared, unless side by side was chosen; a pin on
 * somebody who has left counts for nothing.
 */
export function arrange(people: OnStage, wish: StageWish): Arrangement {
  const hasScreen = people.some((person) => person.screen !== null)
  const own = wish.isSelfHidden ? 0 : 1
  const all = people.length + own + (hasScreen ? 1 : 0) + (wish.hasDocument ? 1 : 0)
  const large = largeSpot(people, wish, hasScreen)
  if (large) return { shape: 'focus', large, rest: all - 1 }
  if (people.length === 0 && !wish.hasDocument) return { shape: 'alone', large: null, rest: own }
  if (people.length === 1 && wish.layout !== 'side-by-side' && !wish.hasDocument) return { shape: 'pair', large: null, rest: all - 1 }
  return { shape: 'even', large: null, rest: all }
}

/** Are both the same place? */
export function isSameSpot(one: LargeSpot | null, other: LargeSpot | null): boolean {
  if (!one || !other || one.kind !== other.kind) return one === other
  return one.kind !== 'person' || (other.kind === 'person' && one.id === other.id)
}

function largeSpot(people: OnStage, { layout, pinned, speakerId, hasDocument = false }: StageWish, hasScreen: boolean): LargeSpot | null {
  if (pinned?.kind === 'screen' && hasScreen) return pinned
  const isHere = (id: string | null) => people.some((person) => person.id === id)
  if (pinned?.kind === 'person' && isHere(pinned.id) && (people.length > 1 || hasScreen || hasDocument)) return pinned
  if (layout === 'side-by-side') return null
  if (hasDocument) return { kind: 'document' }
  if (hasScreen) return { kind: 'screen' }
  if (layout !== 'speaker' || people.length < 2) return null
  return { kind: 'person', id: speakerId && isHere(speakerId) ? speakerId : people[0]?.id ?? '' }
}
