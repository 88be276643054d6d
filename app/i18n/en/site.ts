import type { site as danish } from '../da/site.ts'

export const site: typeof danish = {}
