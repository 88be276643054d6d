import { expect, test } from 'vitest'
import {
  AT_THE_DOOR, isAdmitted, isUnderWay, nextCallState, type CallEvent, type CallStage, type CallState,
} from '#app/domain/meeting/ui/call/call-state.ts'
import { doorView } from './door-view.ts'

const STAGES: CallStage[] = ['checking', 'knocking', 'waiting', 'joining', 'inside', 'interrupted', 'left', 'removed', 'elsewhere', 'ended']
const UNDER_WAY: CallStage[] = ['knocking', 'waiting', 'joining', 'inside', 'interrupted']
const OUTSIDE: CallStage[] = STAGES.filter((stage) => !UNDER_WAY.includes(stage))

test('a guest is at the door until let in, and then inside', () => {
  expect(walk([
    { kind: 'knocked' },
    { kind: 'answered', door: 'waiting' },
    { kind: 'connected', mayTakePart: false },
    { kind: 'door', view: doorView({ me: { door: 'admitted' } }) },
    { kind: 'connected', mayTakePart: true },
  ])).toEqual(['knocking', 'waiting', 'waiting', 'joining', 'inside'])
})

test('the host is never at the door: the answer to the knock lets the host in', () => {
  expect(walk([{ kind: 'knocked' }, { kind: 'answered', door: 'admitted' }, { kind: 'connected', mayTakePart: true }]))
    .toEqual(['knocking', 'joining', 'inside'])
})

test('LiveKit\'s word may come before the app\'s: who may take part is inside', () => {
  expect(walk([{ kind: 'knocked' }, { kind: 'answered', door: 'waiting' }, { kind: 'connected', mayTakePart: true }]).at(-1)).toBe('inside')
})

test('who was let in while connected without rights is on the way in, not back at the door', () => {
  expect(next('joining', { kind: 'connected', mayTakePart: false }).stage).toBe('joining')
})

test('a broken line interrupts only who was inside, and a connection mends it', () => {
  expect(next('inside', { kind: 'line-broken' }).stage).toBe('interrupted')
  expect(next('interrupted', { kind: 'connected', mayTakePart: true }).stage).toBe('inside')
  for (const stage of STAGES.filter((one) => one !== 'inside')) expect(next(stage, { kind: 'line-broken' }).stage).toBe(stage)
})

test('a lost connection interrupts who was inside and keeps others where they are', () => {
  expect(next('inside', { kind: 'lost', isElsewhere: false }).stage).toBe('interrupted')
  for (const stage of STAGES.filter((one) => one !== 'inside')) {
    expect(next(stage, { kind: 'lost', isElsewhere: false }).stage).toBe(stage)
  }
})

test('another window takes the seat only from who still wants it', () => {
  for (const stage of UNDER_WAY) expect(next(stage, { kind: 'lost', isElsewhere: true }).stage).toBe('elsewhere')
  for (const stage of OUTSIDE) expect(next(stage, { kind: 'lost', isElsewhere: true }).stage).toBe(stage)
})

test('leaving ends what is under way, and nothing else', () => {
  for (const stage of UNDER_WAY) expect(next(stage, { kind: 'left' }).stage).toBe('left')
  for (const stage of OUTSIDE) expect(next(stage, { kind: 'left' }).stage).toBe(stage)
})

test('after leaving, and from another window, one may knock again; after the end nobody may', () => {
  for (const stage of ['left', 'elsewhere', 'removed'] as const) expect(next(stage, { kind: 'knocked' }).stage).toBe('knocking')
  expect(next('ended', { kind: 'knocked' }).stage).toBe('ended')
})

test('a second knock changes nothing for who is under way', () => {
  for (const stage of UNDER_WAY) expect(next(stage, { kind: 'knocked' })).toEqual(at(stage))
})

test('an answer that comes after leaving is not believed', () => {
  for (const stage of OUTSIDE) {
    expect(next(stage, { kind: 'answered', door: 'admitted' })).toEqual(at(stage))
    expect(next(stage, { kind: 'connected', mayTakePart: true })).toEqual(at(stage))
  }
})

test('the answer to a refreshed token says where the seat stands now', () => {
  expect(next('inside', { kind: 'answered', door: 'removed' }).stage).toBe('removed')
  expect(next('waiting', { kind: 'answered', door: 'away' }).stage).toBe('checking')
  expect(next('inside', { kind: 'answered', door: 'waiting' }).stage).toBe('waiting')
  expect(next('interrupted', { kind: 'answered', door: 'admitted' }).stage).toBe('interrupted')
})

test('a meeting that ends or is called off ends it for everybody, wherever they stand', () => {
  for (const stage of STAGES) {
    expect(next(stage, { kind: 'door', view: doorView({ meetingState: 'ended' }) }))
      .toEqual({ stage: 'ended', refusal: 'meeting-ended', isTroubled: false })
    expect(next(stage, { kind: 'refused', reason: 'meeting-cancelled' }))
      .toEqual({ stage: 'ended', refusal: 'meeting-cancelled', isTroubled: false })
    expect(next(stage, { kind: 'door', view: doorView({ meetingState: 'cancelled' }) }).refusal).toBe('meeting-cancelled')
  }
})

test('who was turned away is out, by whichever way it is told', () => {
  for (const stage of STAGES) {
    expect(next(stage, { kind: 'refused', reason: 'removed' }).stage).toBe('removed')
    expect(next(stage, { kind: 'door', view: doorView({ me: { door: 'removed' } }) }).stage).toBe('removed')
  }
})

test('who is called back comes in without a press, and no other last stage is left by the door', () => {
  const admitted: CallEvent = { kind: 'door', view: doorView({ me: { door: 'admitted' } }) }
  expect(next('removed', admitted)).toEqual(at('joining'))
  expect(next('removed', { kind: 'door', view: doorView({ me: { door: 'waiting' } }) })).toEqual(at('waiting'))
  for (const stage of ['left', 'elsewhere'] as const) expect(next(stage, admitted)).toEqual(at(stage))
})

test('too late ends the call of who was inside, and keeps others at the door with the reason', () => {
  expect(next('interrupted', { kind: 'refused', reason: 'too-late' })).toEqual({ stage: 'ended', refusal: 'too-late', isTroubled: false })
  expect(next('knocking', { kind: 'refused', reason: 'too-early' })).toEqual({ stage: 'checking', refusal: 'too-early', isTroubled: false })
})

test('a seat that was put back outside begins again at the door', () => {
  expect(next('inside', { kind: 'refused', reason: 'not-at-the-door' })).toEqual(AT_THE_DOOR)
  expect(next('left', { kind: 'refused', reason: 'not-at-the-door' }).stage).toBe('left')
})

test('the door opens and closes for who checks the devices', () => {
  const early = next('checking', { kind: 'door', view: doorView({ closedReason: 'too-early' }) })
  expect(early.refusal).toBe('too-early')
  expect(nextCallState(early, { kind: 'door', view: doorView() })).toEqual(AT_THE_DOOR)
})

test('a door that says nothing new gives the very same state, so that nothing is drawn again', () => {
  const inside = at('inside')
  expect(nextCallState(inside, { kind: 'door', view: doorView({ me: { door: 'admitted' } }) })).toBe(inside)
  expect(nextCallState(AT_THE_DOOR, { kind: 'door', view: doorView() })).toBe(AT_THE_DOOR)
})

test('an app that can\'t be reached troubles who is under way, until it answers', () => {
  const troubled = next('inside', { kind: 'unreachable' })
  expect(troubled).toEqual({ ...at('inside'), isTroubled: true })
  expect(nextCallState(troubled, { kind: 'answered', door: 'admitted' })).toEqual(at('inside'))
  expect(next('left', { kind: 'unreachable' })).toEqual(at('left'))
})

test('who is admitted is under way, and the last stages are neither', () => {
  expect(STAGES.filter((stage) => isUnderWay(at(stage)))).toEqual(UNDER_WAY)
  expect(STAGES.filter((stage) => isAdmitted(at(stage)))).toEqual(['joining', 'inside', 'interrupted'])
})

function walk(events: CallEvent[]): CallStage[] {
  let state = AT_THE_DOOR
  return events.map((event) => (state = nextCallState(state, event)).stage)
}

function next(stage: CallStage, event: CallEvent): CallState {
  return nextCallState(at(stage), event)
}

function at(stage: CallStage): CallState {
  return { stage, refusal: null, isTroubled: false }
}

test('a seat that is taken on another device leaves this one, which may knock again', () => {
  const view = doorView({ me: { door: 'away', other: { hasCode: false } } })
  for (const stage of UNDER_WAY) expect([stage, next(stage, { kind: 'door', view }).stage]).toEqual([stage, stage === 'knocking' ? stage : 'elsewhere'])
  for (const reason of ['another-device', 'too-many-devices'] as const) expect(next('inside', { kind: 'refused', reason }).stage).toBe('elsewhere')
  expect(next('elsewhere', { kind: 'knocked' }).stage).toBe('knocking')
  expect(next('checking', { kind: 'door', view }).stage).toBe('checking')
})

test('another device waits as everybody does, and the host\'s word lets it in', () => {
  const other = { hasCode: true }
  expect(next('waiting', { kind: 'door', view: doorView({ me: { door: 'waiting', other } }) }).stage).toBe('waiting')
  expect(next('waiting', { kind: 'door', view: doorView({ me: { door: 'admitted' } }) }).stage).toBe('joining')
})
