import { expect, test } from 'vitest'
import { parseEnv } from '#app/platform/env.server.ts'

test('nothing has to be set', () => {
  expect(parseEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', TRUST_PROXY: false, LIVEKIT_UDP_PORT: 7882, LOG_LEVEL: 'info' })
})

test('an empty value counts as left out', () => {
  expect(parseEnv({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ PORT: 3000 })
})

test('a wrong setting is named with what it is for, all of them at once', () => {
  expect(() => parseEnv({ PORT: 'many', PUBLIC_URL: 'meet.example.com', LINK_KEY: 'short' })).toThrow(/PORT.*PUBLIC_URL.*LINK_KEY/)
})

test('settings cannot be changed after they were read', () => {
  expect(Object.isFrozen(parseEnv({}))).toBe(true)
})

test('flags are words or digits', () => {
  expect(['1', 'true', '0', 'false'].map((text) => parseEnv({ TRUST_PROXY: text }).TRUST_PROXY)).toEqual([true, true, false, false])
  expect(() => parseEnv({ TRUST_PROXY: 'perhaps' })).toThrow('TRUST_PROXY')
})
