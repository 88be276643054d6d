import { expect, test } from 'vitest'
import { browserKind, deviceStateOf } from '#app/domain/meeting/ui/device/device-fault.ts'

test.each([
  ['NotAllowedError', 'denied'], ['SecurityError', 'denied'],
  ['NotReadableError', 'busy'], ['AbortError', 'busy'],
  ['NotFoundError', 'missing'], ['OverconstrainedError', 'missing'],
])('%s means that the device is %s', (name, state) => {
  expect(deviceStateOf(new DOMException('', name))).toBe(state)
})

test('what is no error at all means that there is no such device', () => {
  expect([deviceStateOf('NotAllowedError'), deviceStateOf(undefined), deviceStateOf(null)]).toEqual(['missing', 'missing', 'missing'])
})

test.each([
  ['chromium', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'],
  ['edge', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'],
  ['firefox', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0'],
  ['safari', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15'],
  ['ios', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1'],
  ['android', 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'],
  ['android', 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0'],
  ['other', 'Lynx/2.9'],
])('the steps for %s are shown in %s', (kind, userAgent) => {
  expect(browserKind(userAgent)).toBe(kind)
})
