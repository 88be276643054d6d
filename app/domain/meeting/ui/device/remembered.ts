import { isBackground, type Background } from '../effects/background.ts'

/** What a person chose at an earlier door, kept in their own browser. */
export type DeviceChoice = { isOn: boolean; deviceId: string | null }
export type DeviceChoices = {
  camera: DeviceChoice
  microphone: DeviceChoice
  speakerId: string | null
  background: Background
  isNoiseReduced: boolean
}

const KEY = 'fremmode.devices'

const FIRST_CHOICE: DeviceChoice = { isOn: true, deviceId: null }

/** Choices from before, or everything on; storage that is off or spoilt counts as no choice. */
export function recallChoices(storage: Pick<Storage, 'getItem'> | null): DeviceChoices {
  return readChoices(readSafely(storage))
}

export function rememberChoices(storage: Pick<Storage, 'setItem'> | null, choices: DeviceChoices): void {
  try {
    storage?.setItem(KEY, JSON.stringify(choices))
  } catch {
    // A full or forbidden storage costs only the comfort of being remembered.
  }
}

/** The browser's storage, or null where the visitor has switched it off. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

function readSafely(storage: Pick<Storage, 'getItem'> | null): unknown {
  try {
    return JSON.parse(storage?.getItem(KEY) ?? 'null')
  } catch {
    return null
  }
}

function readChoices(stored: unknown): DeviceChoices {
  const background = property(stored, 'background')
  return {
    background: isBackground(background) ? background : 'none',
    isNoiseReduced: property(stored, 'isNoiseReduced') !== false,
    camera: readChoice(property(stored, 'camera')),
    microphone: readChoice(property(stored, 'microphone')),
    speakerId: readText(property(stored, 'speakerId')),
  }
}

function readChoice(stored: unknown): DeviceChoice {
  const isOn = property(stored, 'isOn')
  return {
    isOn: typeof isOn === 'boolean' ? isOn : FIRST_CHOICE.isOn,
    deviceId: readText(property(stored, 'deviceId')),
  }
}

function property(stored: unknown, name: string): unknown {
  return typeof stored === 'object' && stored !== null ? Object.getOwnPropertyDescriptor(stored, name)?.value : undefined
}

function readText(stored: unknown): string | null {
  return typeof stored === 'string' && stored !== '' ? stored : null
}
