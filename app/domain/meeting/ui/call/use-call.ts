import { useStore, useStorePart } from '#app/ui/island/use-store.ts'
import type { Call, CallView } from './call.ts'

export function useCallView(call: Call): CallView {
  return useStore(call.store)
}

/** How far the call is and how the door stands: new much less often than who speaks or what is said. */
export function useCallCourse(call: Call): Pick<CallView, 'state' | 'door'> {
  return { state: useStorePart(call.store, ({ state }) => state), door: useStorePart(call.store, ({ door }) => door) }
}
