import { useEffect, useState } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import { createMediaDesk } from '../device/media-desk.ts'
import { browserStorage } from '../device/remembered.ts'
import type { Call, CallView } from './call.ts'
import { createCall, runCall, type CallData } from './run-call.ts'

/** The call of this page, made once and put to rest with it. */
export function useCall(data: CallData): Call {
  const [call] = useState(() => createCall(data, createMediaDesk(browserStorage())))
  useEffect(() => runCall(call, data), [call, data])
  return call
}

export function useCallView(call: Call): CallView {
  return useStore(call.store)
}
