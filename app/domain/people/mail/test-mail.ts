import type { DeliveryFault } from '#app/platform/smtp/fault.ts'

/** kept: no mail server was chosen, so it lies in the local folder. slow: nobody has answered yet. */
export type TestMailOutcome = { outcome: 'sent' | 'kept' | 'slow' } | { outcome: 'refused'; fault: DeliveryFault; said: string }
