import { expect, test } from 'vitest'
import { bindingRequest, isBindingAnswer } from '#app/platform/livekit/stun.ts'

const id = Uint8Array.from({ length: 12 }, (_, position) => position + 1)

test('a request is a header alone: type, no length, the cookie and the id (RFC 8489 §5)', () => {
  expect(bindingRequest(id).toString('hex')).toBe('000100002112a4420102030405060708090a0b0c')
})

test('only the success that answers this very request counts', () => {
  const answer = Buffer.from('010100002112a4420102030405060708090a0b0c', 'hex')
  expect(isBindingAnswer(answer, id)).toBe(true)
  expect(isBindingAnswer(Buffer.concat([answer, Buffer.alloc(12)]), id)).toBe(true)
  expect(isBindingAnswer(answer, id.map((byte) => byte ^ 1))).toBe(false)
  expect(isBindingAnswer(bindingRequest(id), id)).toBe(false)
  expect(isBindingAnswer(Buffer.from('011100002112a4420102030405060708090a0b0c', 'hex'), id)).toBe(false)
  expect(isBindingAnswer(Buffer.from('HTTP/1.1 400 Bad Request'), id)).toBe(false)
  expect(isBindingAnswer(Buffer.alloc(3), id)).toBe(false)
})
