import { useStore } from '#app/ui/island/use-store.ts'
import type { Call, CallView } from './call.ts'

export function useCallView(call: Call): CallView {
  return useStore(call.store)
}
