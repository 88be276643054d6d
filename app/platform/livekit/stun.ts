/** The one cookie of every message (RFC 8489 §5). */
const MAGIC_COOKIE = 0x2112a442
const BINDING_REQUEST = 0x0001
const BINDING_SUCCESS = 0x0101
const HEADER_BYTES = 20

/** Asks "what is my address", which every STUN and TURN server answers without knowing who asks (RFC 8489 §2). @param id 12 bytes. */
export function bindingRequest(id: Uint8Array): Buffer {
  const message = Buffer.alloc(HEADER_BYTES)
  message.writeUInt16BE(BINDING_REQUEST, 0)
  message.writeUInt32BE(MAGIC_COOKIE, 4)
  message.set(id, 8)
  return message
}

/** Is this the answer to the request with that id? */
export function isBindingAnswer(message: Buffer, id: Uint8Array): boolean {
  return message.length >= HEADER_BYTES && message.readUInt16BE(0) === BINDING_SUCCESS
    && message.readUInt32BE(4) === MAGIC_COOKIE && message.subarray(8, HEADER_BYTES).equals(id)
}
