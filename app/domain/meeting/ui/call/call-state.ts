import type { DoorClosedReason, DoorState } from '../../meeting.ts'
import type { DoorView } from '../../room-data.ts'
import type { TokenRefusal } from './requests.ts'

/**
 * checking: at the door with camera and microphone. knocking: asked, no answer yet. waiting: at the door, seen by the host.
 * joining: let in, media on its way. inside: seen and heard. interrupted: was inside, the line is being mended.
 * The last four end a call: left, removed, elsewhere (another window or device took the seat), ended.
 */
export type CallStage =
  | 'checking' | 'knocking' | 'waiting' | 'joining' | 'inside' | 'interrupted'
  | 'left' | 'removed' | 'elsewhere' | 'ended'

export type CallState = {
  stage: CallStage
  /** Why the door did not open, while checking or ended. */
  refusal: DoorClosedReason | null
  /** The app itself could not be reached; it is being tried again. */
  isTroubled: boolean
}

export type CallEvent =
  | { kind: 'knocked' }
  | { kind: 'answered'; door: DoorState }
  | { kind: 'refused'; reason: TokenRefusal }
  | { kind: 'unreachable' }
  | { kind: 'door'; view: DoorView }
  | { kind: 'connected'; mayTakePart: boolean }
  | { kind: 'line-broken' }
  | { kind: 'lost'; isElsewhere: boolean }
  | { kind: 'left' }

export const AT_THE_DOOR: CallState = { stage: 'checking', refusal: null, isTroubled: false }

/** Where a call stands after an event. An event that means nothing where it arrives changes nothing. */
export function nextCallState(state: CallState, event: CallEvent): CallState {
  switch (event.kind) {
    case 'knocked': return isUnderWay(state) || state.stage === 'ended' ? state : at('knocking')
    case 'answered': return answered(state, event.door)
    case 'refused': return refused(state, event.reason)
    case 'unreachable': return isUnderWay(state) ? { ...state, isTroubled: true } : state
    case 'door': return seenDoor(state, event.view)
    case 'connected': return connected(state, event.mayTakePart)
    case 'line-broken': return state.stage === 'inside' ? { ...state, stage: 'interrupted' } : state
    case 'lost': return lost(state, event.isElsewhere)
    case 'left': return isUnderWay(state) ? at('left') : state
  }
}

/** Does the person want to be in the room, connected or on the way? */
export function isUnderWay({ stage }: CallState): boolean {
  return stage === 'knocking' || stage === 'waiting' || stage === 'joining' || stage === 'inside' || stage === 'interrupted'
}

/** Has the person been let in, so that faces belong on the screen? */
export function isAdmitted({ stage }: CallState): boolean {
  return stage === 'joining' || stage === 'inside' || stage === 'interrupted'
}

function answered(state: CallState, door: DoorState): CallState {
  if (!isUnderWay(state)) return state
  if (door === 'removed') return at('removed')
  if (door === 'away') return at('checking')
  if (door === 'waiting') return at('waiting')
  return isAdmitted(state) ? { ...state, isTroubled: false } : at('joining')
}

function refused(state: CallState, reason: TokenRefusal): CallState {
  if (reason === 'removed') return at('removed')
  if (reason === 'another-device' || reason === 'too-many-devices') return isUnderWay(state) ? at('elsewhere') : state
  if (reason === 'not-at-the-door') return isUnderWay(state) ? AT_THE_DOOR : state
  if (reason === 'meeting-ended' || reason === 'meeting-cancelled') return { ...at('ended'), refusal: reason }
  const wasInside = state.stage === 'inside' || state.stage === 'interrupted'
  return { ...at(wasInside ? 'ended' : 'checking'), refusal: reason }
}

function seenDoor(state: CallState, view: DoorView): CallState {
  if (view.meetingState === 'ended') return { ...at('ended'), refusal: 'meeting-ended' }
  if (view.meetingState === 'cancelled') return { ...at('ended'), refusal: 'meeting-cancelled' }
  if (view.me.door === 'removed') return at('removed')
  if (isTakenElsewhere(state, view)) return at('elsewhere')
  // Whoever was turned away comes in when the host calls them back, without a press of their own.
  if (state.stage === 'removed' && view.me.door === 'waiting') return at('waiting')
  if ((state.stage === 'waiting' || state.stage === 'removed') && view.me.door === 'admitted') return at('joining')
  return state.stage === 'checking' && state.refusal !== view.closedReason ? { ...AT_THE_DOOR, refusal: view.closedReason } : state
}

/** The seat was bound to another device while this one was under way. */
function isTakenElsewhere(state: CallState, { me }: DoorView): boolean {
  return me.other !== undefined && me.door === 'away' && isUnderWay(state) && state.stage !== 'knocking'
}

/** Connected without rights is waiting, or, once the app has said admitted, joining until the rights come too. */
function connected(state: CallState, mayTakePart: boolean): CallState {
  if (!isUnderWay(state)) return state
  if (mayTakePart) return at('inside')
  return at(isAdmitted(state) ? 'joining' : 'waiting')
}

/** The app's word on a removed seat comes with the next token, so only the other window is told from the line here. */
function lost(state: CallState, isElsewhere: boolean): CallState {
  if (!isUnderWay(state)) return state
  if (isElsewhere) return at('elsewhere')
  return state.stage === 'inside' ? { ...state, stage: 'interrupted' } : state
}

function at(stage: CallStage): CallState {
  return { stage, refusal: null, isTroubled: false }
}
