import type { DeviceState } from '../../meeting.ts'

/** Which browser's steps to show; the address bar of each looks different. */
export type BrowserKind = 'chromium' | 'edge' | 'firefox' | 'safari' | 'ios' | 'android' | 'other'

/** What a failed getUserMedia means to a person (W3C Media Capture, error names of §10.2). */
export function deviceStateOf(error: unknown): Exclude<DeviceState, 'ready' | 'off'> {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'missing'
}

/**
 * Has this browser what carries sound and picture (W3C WebRTC)? Some apps' own browsers, a phone in its strictest protection and a
 * few companies do without it.
 */
export function canHoldCalls(): boolean {
  return typeof RTCPeerConnection !== 'undefined'
}

export function browserKind(userAgent: string): BrowserKind {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios'
  if (/Android/.test(userAgent)) return 'android'
  if (/Firefox\//.test(userAgent)) return 'firefox'
  if (/Edg\//.test(userAgent)) return 'edge'
  if (/Chrome\//.test(userAgent)) return 'chromium'
  return /Safari\//.test(userAgent) ? 'safari' : 'other'
}
