import { afterAll, expect, test, vi } from 'vitest'
import { letLayersRest } from '#app/domain/meeting/ui/call/line/paused-layers.ts'

type Encoding = { rid?: string; active?: boolean }

class FakeConnection {
  taken: unknown = null
  constructor(private layers: Encoding[], private mid = '1') {}

  getTransceivers() {
    return [{ mid: this.mid, sender: { getParameters: () => ({ encodings: this.layers }) } }]
  }

  setRemoteDescription(description: unknown) {
    this.taken = description
    return Promise.resolve()
  }
}

const ANSWER = ['v=0', 'm=audio 9 UDP 111', 'a=mid:0', 'm=video 9 UDP 96', 'a=mid:1', 'a=simulcast:recv q;h;f', 'a=rid:q recv', ''].join('\r\n')

vi.stubGlobal('RTCPeerConnection', FakeConnection)
letLayersRest()
afterAll(() => vi.unstubAllGlobals())

test('an answer says of the layers that rest that they are paused', async () => {
  expect(await taken([{ rid: 'q', active: true }, { rid: 'h', active: false }, { rid: 'f', active: false }], ANSWER))
    .toBe(ANSWER.replace('recv q;h;f', 'recv q;~h;~f'))
})

test('where all run, the answer is as it came', async () => {
  expect(await taken(['q', 'h', 'f'].map((rid) => ({ rid, active: true })), ANSWER)).toBe(ANSWER)
})

test('layers of another section say nothing of this one', async () => {
  expect(await taken([{ rid: 'q', active: false }], ANSWER, { mid: '7' })).toBe(ANSWER)
})

test('an offer is left alone', async () => {
  expect(await taken([{ rid: 'q', active: false }], ANSWER, { type: 'offer' })).toBe(ANSWER)
})

async function taken(layers: Encoding[], sdp: string, { mid = '1', type = 'answer' } = {}): Promise<unknown> {
  const connection = new FakeConnection(layers, mid)
  await connection.setRemoteDescription({ type, sdp })
  return (connection.taken as RTCSessionDescriptionInit).sdp
}
