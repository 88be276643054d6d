import { expect, test } from 'vitest'
import { parseFileAddress, parseMessage } from '#app/domain/meeting/chat/chat-input.ts'
import { CHAT_LIMITS, mayHear, mayReadRecord, textFault } from '#app/domain/meeting/chat/chat.ts'
import { newId } from '#app/kernel/ids.ts'

const id = newId()

test('a message is read and cleaned', () => {
  expect(parseMessage({ id, text: '  Hej\r\nmed\u0000 dig\u202E ' })).toEqual({ id, text: 'Hej\nmed dig' })
})

test.each([null, 'text', [], {}, { id }, { id: 'x', text: 'Hej' }, { id, text: 7 }, { id, text: 'x'.repeat(9_000) }])('%j is nothing that our pages send', (body) => {
  expect(parseMessage(body)).toBeNull()
})

test.each([
  ['Tilbud.pdf', 'Tilbud.pdf'],
  ['C:\\fakepath\\Tilbud.pdf', 'Tilbud.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..hidden', 'hidden'],
  ['a"b<c>d|e?f*g:h.pdf', 'a_b_c_d_e_f_g_h.pdf'],
  ['to\nlinjer.txt', 'to linjer.txt'],
  [`${'æ'.repeat(300)}.docx`, `${'æ'.repeat(115)}.docx`],
])('the name %j is kept as %j', (given, kept) => {
  expect(parseFileAddress(new URLSearchParams({ id, name: given }))).toEqual({ id, name: kept })
})

test.each<Record<string, string>>([{}, { id }, { name: 'x.pdf' }, { id, name: '' }, { id, name: '../' }, { id: 'x', name: 'x.pdf' }, { id, name: 'x'.repeat(1_001) }])(
  'an address that says %j is nothing that our pages send', (query) => {
    expect(parseFileAddress(new URLSearchParams(query))).toBeNull()
  },
)

test('a text has 1 to 2,000 characters, outer space not counted', () => {
  expect(['', ' \n ', 'x', ` ${'x'.repeat(CHAT_LIMITS.text)} `, 'x'.repeat(CHAT_LIMITS.text + 1)].map(textFault))
    .toEqual(['empty-text', 'empty-text', null, null, 'too-long'])
})

test('who is inside hears, who was inside reads the record, and who was sent away does neither', () => {
  const guest = { role: 'guest', admittedAt: null } as const
  expect((['away', 'waiting', 'admitted', 'removed'] as const).map((door) => mayHear({ ...guest, door }))).toEqual([false, false, true, false])
  expect((['away', 'removed'] as const).map((door) => mayReadRecord({ ...guest, admittedAt: 1, door }))).toEqual([true, false])
  expect(mayReadRecord({ ...guest, door: 'away' })).toBe(false)
  expect(mayHear({ role: 'host', door: 'away' }) && mayReadRecord({ role: 'host', door: 'away', admittedAt: null })).toBe(true)
})
