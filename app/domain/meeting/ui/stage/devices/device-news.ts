export type OwnDeviceKind = 'camera' | 'microphone' | 'speaker'

export type KnownDevice = { id: string; label: string }

/** What is in use, and what could be; as the browser tells it. */
export type DevicesSeen = {
  inUse: Record<OwnDeviceKind, KnownDevice | null>
  present: { kind: OwnDeviceKind; device: KnownDevice }[]
}

/**
 * using: another device has taken over, by choice or because one was pulled out; `other` is the one before, null when it is gone.
 * plugged-in: something new is there and not used; `other` is what one press would take.
 */
export type DeviceNews = { what: 'using' | 'plugged-in'; kind: OwnDeviceKind; label: string; other: KnownDevice | null }

const KINDS = ['microphone', 'speaker', 'camera'] as const satisfies readonly OwnDeviceKind[]

/** Names that stand for whatever the system uses now (W3C Media Capture, default devices; Chromium's `communications`). */
const STAND_INS = ['default', 'communications']

/** What a person should be told after a look at the devices: a change of what is in use before what is merely there. */
export function newsOfDevices(before: DevicesSeen, after: DevicesSeen): DeviceNews | null {
  const changed = KINDS.find((kind) => isOtherDevice(before.inUse[kind], after.inUse[kind]))
  if (changed) return usingNews(changed, before, after)
  const added = after.present.find(({ kind, device }) => (
    isNamed(device) && !has(before, kind, device.id) && isListed(before, kind) && after.inUse[kind]?.id !== device.id
  ))
  return added ? { what: 'plugged-in', kind: added.kind, label: plainLabel(added.device.label), other: added.device } : null
}

function usingNews(kind: OwnDeviceKind, before: DevicesSeen, after: DevicesSeen): DeviceNews {
  const earlier = before.inUse[kind]
  // A stand-in is no way back: it stands for the new device by now.
  const isThere = earlier !== null && !isStandIn(earlier.id) && has(after, kind, earlier.id)
  return { what: 'using', kind, label: plainLabel(after.inUse[kind]?.label ?? ''), other: isThere ? earlier : null }
}

/** Nothing in use before is the beginning, and nothing after is a fault that is told elsewhere. */
function isOtherDevice(before: KnownDevice | null, after: KnownDevice | null): boolean {
  if (!before || !after || after.label === '') return false
  return before.id !== after.id || before.label !== after.label
}

function has({ present }: DevicesSeen, kind: OwnDeviceKind, id: string): boolean {
  return present.some((one) => one.kind === kind && one.device.id === id)
}

/** Names come only with leave to use the kind; the first list is no news. */
function isListed({ present }: DevicesSeen, kind: OwnDeviceKind): boolean {
  return present.some((one) => one.kind === kind)
}

function isNamed({ id, label }: KnownDevice): boolean {
  return label !== '' && !isStandIn(id)
}

function isStandIn(id: string): boolean {
  return STAND_INS.includes(id)
}

/** Chromium writes "Default - " in the system's language before the name that it stands for, and a USB number after it. */
function plainLabel(label: string): string {
  return label.replace(/^[^-]{3,20} - (?=\S)/u, '').replace(/ \([0-9a-f]{4}:[0-9a-f]{4}\)$/, '')
}
