import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { TypeRules } from './slot-rules.ts'

/** A kind of meeting that can be booked, with the rules of its times. */
export type MeetingType = {
  id: string
  hostId: string
  slug: string
  title: Record<Locale, string>
  summary: Record<Locale, string>
  durationMinutes: number
  stepMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  horizonDays: number
  maxPerDay: number | null
  maxPerWeek: number | null
}

export function typeRules(type: MeetingType): TypeRules {
  return {
    id: type.id,
    durationMs: type.durationMinutes * MINUTE_MS,
    stepMs: type.stepMinutes * MINUTE_MS,
    bufferBeforeMs: type.bufferBeforeMinutes * MINUTE_MS,
    bufferAfterMs: type.bufferAfterMinutes * MINUTE_MS,
    noticeMs: type.noticeMinutes * MINUTE_MS,
    horizonDays: type.horizonDays,
    maxPerDay: type.maxPerDay,
    maxPerWeek: type.maxPerWeek,
  }
}
