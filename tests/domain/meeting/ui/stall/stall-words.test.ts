import { expect, test } from 'vitest'
import type { StallReason } from '#app/domain/meeting/ui/stall/stall.ts'
import { wordsOfStall, wordsOnTile } from '#app/domain/meeting/ui/stall/stall-words.ts'
import { messages } from '#app/i18n/messages.ts'

const texts = messages('da').room.stall
const soren = { id: 'p-1', name: 'Søren Kjær' }

test('each reason says whose line it is, in both languages, with no gap left open', () => {
  const reasons: StallReason[] = ['my-line', 'my-upload', 'server', 'their-line', 'their-picture', 'their-download']
  for (const locale of ['da', 'en'] as const) {
    const said = reasons.map((why) => wordsOfStall({ why, person: why.startsWith('their') ? soren : null }, ['Søren Kjær'], messages(locale).room.stall))
    expect(new Set(said).size).toBe(reasons.length)
    for (const words of said) expect(words).not.toMatch(/[{}]|undefined/)
    for (const words of said.slice(3)) expect(words).toContain('Søren Kjær')
  }
})

test('with one other person the name stands there, with more it does not', () => {
  expect(wordsOfStall({ why: 'my-upload', person: null }, ['Søren Kjær'], texts)).toBe('Din forbindelse sender ikke lige nu. Søren Kjær har forbindelse.')
  expect(wordsOfStall({ why: 'my-upload', person: null }, ['Søren', 'Amina'], texts)).toContain('De andres')
  expect(wordsOfStall({ why: 'my-upload', person: null }, [], texts)).toContain('De andres')
})

test('the tile of whoever stands still is marked, and no other', () => {
  const stalls = [{ why: 'their-line', person: soren }] as const
  expect(wordsOnTile(stalls, 'p-1', texts)).toBe(texts.stillTile)
  expect(wordsOnTile(stalls, 'p-2', texts)).toBeNull()
  expect(wordsOnTile(stalls, null, texts)).toBeNull()
  expect(wordsOnTile([{ why: 'their-download', person: soren }], 'p-1', texts)).toBe(texts.deafTile)
})

test('the own tile is marked when the own line is at fault, and nobody\'s when the server is', () => {
  for (const why of ['my-line', 'my-upload'] as const) expect(wordsOnTile([{ why, person: null }], null, texts)).toBe(texts.ownTile)
  expect(wordsOnTile([{ why: 'server', person: null }], null, texts)).toBeNull()
  expect(wordsOnTile([], 'p-1', texts)).toBeNull()
})
