import type { DoorRequest } from '../../room-data.ts'
import { askAtDoor, endForAll, leave, say, type Call } from '../call/call.ts'
import { startShare, stopShare } from '../call/share/own-share.ts'
import { deviceActions } from '../device/device-actions.ts'
import type { CheckActions } from '../device/device-check.tsx'
import type { EffectActions } from '../effects/effect-choices.tsx'

/** What a person can do inside. Those that answer say whether it went through. */
export type CallActions = CheckActions & EffectActions & {
  startSound(): void
  /** Null where the browser can share no screen. */
  switchShare: ((isOn: boolean) => void) | null
  /** About who waits and who is inside; anybody's own hand. */
  askDoor(request: DoorRequest): Promise<boolean>
  leave(): void
  endForAll(): Promise<boolean>
}

export function callActions(call: Call): CallActions {
  const mayShare = typeof navigator.mediaDevices?.getDisplayMedia === 'function'
  return {
    ...deviceActions(call),
    startSound: () => void call.room.startAudio(),
    switchShare: mayShare ? (isOn) => void switchShare(call, isOn) : null,
    askDoor: async (request) => await askAtDoor(call, request) === null,
    leave: () => leave(call),
    endForAll: () => endForAll(call),
  }
}

/** Closing the browser's picker is a choice and no fault. */
async function switchShare(call: Call, isOn: boolean): Promise<void> {
  if (!isOn) return stopShare(call)
  try {
    await startShare(call)
  } catch (error) {
    if (!(error instanceof Error && error.name === 'NotAllowedError')) say(call, call.texts.news.deviceFault)
  }
}
