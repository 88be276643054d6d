import { afterAll, beforeAll, expect, vi } from 'vitest'

/** Four servers that see four different dates, offsets and changes of the clock. */
export const SERVER_ZONES = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Chatham'] as const

const OFFSET_IN_MAY = { 'UTC': 0, 'Asia/Tokyo': -540, 'America/Los_Angeles': 420, 'Pacific/Chatham': -765 }

/** The tests around this call run as on a server in that zone, and the product is loaded anew, so that it remembers no other zone. */
export function useServerZone(zone: (typeof SERVER_ZONES)[number]): void {
  const before = process.env.TZ
  beforeAll(() => {
    process.env.TZ = zone
    vi.resetModules()
    expect(new Date(Date.UTC(2027, 4, 3)).getTimezoneOffset()).toBe(OFFSET_IN_MAY[zone])
  })
  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
}
