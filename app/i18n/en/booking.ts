import type { booking as danish } from '../da/booking.ts'

export const booking: typeof danish = {}
