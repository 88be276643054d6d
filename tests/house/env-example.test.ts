import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { envSchema, parseEnv } from '#app/platform/env.server.ts'

const example = readFileSync('.env.example', 'utf8')
const entries = [...example.matchAll(/^# (.+)\n# ([A-Z_]+)=(.*)$/gm)].map(([, meaning, key = '', value = '']) => ({ meaning, key, value }))

test('the example names every setting in the order of the schema, with its meaning, and no other', () => {
  expect(entries.map(({ key, meaning }) => [key, meaning]))
    .toEqual(Object.entries(envSchema.shape).map(([key, setting]) => [key, setting.description]))
})

test('the example shows the defaults', () => {
  const shown = parseEnv(Object.fromEntries(entries.map(({ key, value }) => [key, value])))
  expect(shown).toEqual(parseEnv({}))
  const withDefault = Object.entries(envSchema.shape).filter(([, setting]) => setting.safeParse(undefined).data !== undefined)
  expect(entries.filter(({ value }) => value !== '').map(({ key }) => key)).toEqual(withDefault.map(([key]) => key))
})

test('nothing is set by the example itself, so a copy changes nothing', () => {
  expect(example.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
})
