/** Zones to choose from by hand, from west to east. A browser with scripts names its own, whichever it is. */
const COMMON_ZONES = [
  'Pacific/Honolulu', 'America/Los_Angeles', 'America/Denver', 'America/Chicago', 'America/New_York', 'America/Sao_Paulo',
  'America/Nuuk', 'Atlantic/Reykjavik', 'Atlantic/Faroe', 'Europe/Lisbon', 'Europe/London', 'Europe/Copenhagen', 'Europe/Paris',
  'Europe/Rome', 'Europe/Vienna', 'Europe/Prague', 'Europe/Warsaw', 'Africa/Johannesburg', 'Europe/Athens', 'Europe/Helsinki',
  'Europe/Kyiv', 'Europe/Istanbul', 'Asia/Dubai', 'Asia/Kolkata', 'Asia/Bangkok', 'Asia/Shanghai', 'Asia/Singapore',
  'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland',
] as const

/** The zones to offer, the one that is in use among them. */
export function offeredZones(current: string): string[] {
  const isCommon = COMMON_ZONES.some((zone) => zone === current)
  return isCommon ? [...COMMON_ZONES] : [current, ...COMMON_ZONES]
}
