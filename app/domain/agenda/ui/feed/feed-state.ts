import type { Agenda } from '../../agenda.ts'
import { applyChange } from '../../apply-change.ts'
import type { AgendaChange, ChangeContext } from '../../change.ts'
import type { ChangeFault } from '../../input.ts'

/** A change made here that the server has not given back yet. */
export type PendingChange = {
  changeId: string
  change: AgendaChange
  /** When it was made, by the server's clock as far as this browser knows it; epoch milliseconds. */
  at: number
  /** The version that the server says it led to; null until it has answered. */
  version: number | null
}

export type RefusedChange = { changeId: string; change: AgendaChange; reason: ChangeFault }

/** One step as the event stream tells it. */
export type AgendaStep = { version: number; changeId: string; change: AgendaChange; role: 'host' | 'guest'; seatId: string; name: string; at: number }

export type FeedState = {
  /** The newest version of the server that arrived here, and the agenda as of it. */
  version: number
  confirmed: Agenda
  pending: PendingChange[]
  refused: RefusedChange[]
  /** A step is missing or does not fit: the whole agenda must be fetched. */
  isBehind: boolean
}

export type FeedEvent =
  | { kind: 'made'; changeId: string; change: AgendaChange; at: number }
  | { kind: 'step'; step: AgendaStep }
  | { kind: 'whole'; version: number; agenda: Agenda }
  | { kind: 'answered'; changeId: string; version: number; at: number }
  | { kind: 'refused'; changeId: string; reason: ChangeFault }
  | { kind: 'dismissed'; changeId: string }

export function startFeedState(version: number, agenda: Agenda, pending: PendingChange[] = []): FeedState {
  return { version, confirmed: agenda, pending, refused: [], isBehind: false }
}

/** Takes in one event. The order in which answers and steps arrive does not matter. */
export function nextFeedState(state: FeedState, event: FeedEvent): FeedState {
  switch (event.kind) {
    case 'made': return { ...state, pending: [...state.pending, { changeId: event.changeId, change: event.change, at: event.at, version: null }] }
    case 'step': return takeStep(state, event.step)
    case 'whole': return takeWhole(state, event.version, event.agenda)
    case 'answered': return takeAnswer(state, event)
    case 'refused': return takeRefusal(state, event.changeId, event.reason)
    case 'dismissed': return { ...state, refused: state.refused.filter((refused) => refused.changeId !== event.changeId) }
  }
}

/** What to show: the confirmed agenda with every pending change on top that still fits. */
export function shownAgenda({ confirmed, pending }: FeedState, author: Omit<ChangeContext, 'at'>): Agenda {
  return pending.reduce((agenda, { change, at }) => {
    const applied = applyChange(agenda, change, { ...author, at })
    return applied.ok ? applied.value : agenda
  }, confirmed)
}

/** The updates of the notes that wait for the server's word or for their step, in order. */
export function pendingNotes({ pending }: FeedState): string[] {
  return pending.flatMap(({ change }) => (change.kind === 'note-update' ? change.update : []))
}

/** The change to post now: one at a time, in the order in which they were made. */
export function nextToPost({ pending }: FeedState): PendingChange | null {
  return pending.find(({ version }) => version === null) ?? null
}

function takeStep(state: FeedState, step: AgendaStep): FeedState {
  if (step.version <= state.version) return state
  if (step.version > state.version + 1) return { ...state, isBehind: true }
  const applied = applyChange(state.confirmed, step.change, step)
  if (!applied.ok) return { ...state, isBehind: true }
  const pending = state.pending.filter(({ changeId }) => changeId !== step.changeId)
  return { ...state, version: step.version, confirmed: applied.value, pending }
}

function takeWhole(state: FeedState, version: number, agenda: Agenda): FeedState {
  const isOld = version < state.version && !state.isBehind
  if (isOld) return state
  return { ...state, version, confirmed: agenda, isBehind: false, pending: state.pending.filter((one) => !isIn(one, version)) }
}

function takeAnswer(state: FeedState, { changeId, version, at }: { changeId: string; version: number; at: number }): FeedState {
  const answered = state.pending.map((one) => (one.changeId === changeId ? { ...one, version, at } : one))
  return { ...state, pending: answered.filter((one) => !isIn(one, state.version)) }
}

function takeRefusal(state: FeedState, changeId: string, reason: ChangeFault): FeedState {
  const found = state.pending.find((one) => one.changeId === changeId)
  if (!found) return state
  const pending = state.pending.filter((one) => one !== found)
  return { ...state, pending, refused: [...state.refused, { changeId, change: found.change, reason }] }
}

function isIn({ version }: PendingChange, confirmedVersion: number): boolean {
  return version !== null && version <= confirmedVersion
}
