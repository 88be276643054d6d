/** What a page can see of its leave to use a device without asking the person. */
export type DeviceSight = {
  /** Null where the browser doesn't answer for this device. */
  permission: PermissionState | null
  /** The browser tells a device's name only to a page that may use it. */
  isNamed: boolean
}

/** Was a refusal taken back between two looks? Being asked again is enough, for then a question is what the person expects. */
export function hasBeenGiven(before: DeviceSight, now: DeviceSight): boolean {
  if (now.permission === 'denied') return false
  if (now.permission !== null && before.permission !== null && now.permission !== before.permission) return true
  return !before.isNamed && now.isNamed
}
