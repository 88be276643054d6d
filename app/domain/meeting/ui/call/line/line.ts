import { ConnectionState } from 'livekit-client'
import { browserNow } from '#app/ui/clock.ts'
import type { TokenAnswer } from '../../../room-data.ts'
import { readinessOf } from '../../device/media-desk.ts'
import { dispatch, receiveDoor, type Call } from '../call.ts'
import { isUnderWay } from '../call-state.ts'
import { mendLine, type Line } from './mend-line.ts'
import { requestToken, type TokenOutcome } from '../requests.ts'

/** The one connection of a call. */
export type LineControl = {
  /** Connects unless it is connected or at it already. */
  mend(): Promise<void>
  /** Asks the app what it thinks of this seat, without touching the connection. */
  verify(): Promise<void>
  /** Ends the present pause between two tries. */
  hurry(): void
  /** The media server has come up, with an empty memory: what LiveKit's client would take up is not there any more. */
  beginAnew(): void
  /** The page is being left: says goodbye to the room and tries no more until `wake`. */
  rest(): void
  wake(): void
}

/** @param atHand what the page itself brought for the first try, while it is good (`expiresAt` by this browser's clock). */
export function createLine(call: Call, atHand: TokenAnswer | null = null): LineControl {
  const pause = createPause()
  let isMending = false
  let isResting = false
  const isNeeded = () => !isResting && isUnderWay(call.store.read().state) && call.room.state === ConnectionState.Disconnected
  const line = { ...lineOf(call, atHand), isNeeded, wait: pause.wait }
  const mend = async () => {
    if (isMending) return
    isMending = true
    await mendLine(line).finally(() => { isMending = false })
  }
  return {
    mend,
    verify: async () => line.hear(await line.fetchToken()),
    hurry: pause.end,
    beginAnew() {
      const isTakingUp = call.room.state === ConnectionState.Reconnecting || call.room.state === ConnectionState.SignalReconnecting
      if (isTakingUp) void call.room.disconnect(false)
      pause.end()
    },
    wake() {
      isResting = false
      void mend()
    },
    rest() {
      isResting = true
      void call.room.disconnect(false)
    },
  }
}

function lineOf(call: Call, atHand: TokenAnswer | null): Pick<Line, 'fetchToken' | 'hear' | 'connect'> {
  let unused = atHand
  return {
    fetchToken() {
      const answer = unused
      unused = null
      if (answer && browserNow() < answer.expiresAt) return Promise.resolve({ kind: 'token', answer })
      const intent = call.store.read().state.stage === 'knocking' ? 'knock' : 'refresh'
      return requestToken(call.links.token, { intent, ...readinessOf(call.media.store.read()) })
    },
    hear: (outcome) => hearOutcome(call, outcome),
    async connect(url, token) {
      const address = new URL(url, location.href).href
      await call.room.connect(address, token, { maxRetries: 0, websocketTimeout: 8_000, peerConnectionTimeout: 10_000 })
      dispatch(call, { kind: 'connected', mayTakePart: call.room.localParticipant.permissions?.canPublish ?? false })
    },
  }
}

function hearOutcome(call: Call, outcome: TokenOutcome): void {
  if (outcome.kind === 'unproven') return location.reload()
  if (outcome.kind === 'unreachable') return dispatch(call, { kind: 'unreachable' })
  if (outcome.kind === 'refused') return dispatch(call, { kind: 'refused', reason: outcome.reason })
  receiveDoor(call, outcome.answer.door)
  dispatch(call, { kind: 'answered', door: outcome.answer.door.me.door })
}

function createPause() {
  let end = () => {}
  return {
    wait: (ms: number) => ms === 0 ? Promise.resolve() : new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      end = () => { clearTimeout(timer); resolve() }
    }),
    end: () => end(),
  }
}
