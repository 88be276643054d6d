import { expect, test } from '@playwright/test'
import { comeToMeeting, letIn } from '../../support/call.ts'
import { expectMovingPicture } from '../../support/media.ts'
import { bookCallOverLine, type CallOverLine } from '../../support/network/call-over-line.ts'
import { whyNoFront } from '../../support/network/front-proxy.ts'
import { GOOD_LINE, whyNoLine } from '../../support/network/network-line.ts'

const missing = whyNoLine() ?? whyNoFront()
test.skip(missing !== null, missing ?? '')

let call: CallOverLine
test.beforeAll(async () => {
  test.setTimeout(300_000)
  call = await bookCallOverLine(GOOD_LINE, { hostSits: 'far', front: 'https' })
})
test.afterAll(() => call?.stop())

test('behind the proxy that the README shows, a meeting is held, and its socket needs no connection of its own', async () => {
  const { host, guest } = call
  const socket = await watchSignalSocket(call)
  await comeToMeeting(call)
  await letIn(call)
  for (const page of [host, guest]) await expectMovingPicture(page, 60_000)
  // 101 would be a connection of its own (RFC 6455 §4.2.2); over HTTP/2 the answer is 200 (RFC 8441 §5).
  expect(await socket.opened).toBe(200)
  expect((await guest.context().cookies()).filter(({ secure, httpOnly }) => !secure || !httpOnly)).toEqual([])
})

/** The status by which the guest's first signal socket opens. */
async function watchSignalSocket({ guest }: CallOverLine): Promise<{ opened: Promise<number> }> {
  const devtools = await guest.context().newCDPSession(guest)
  await devtools.send('Network.enable')
  const opened = new Promise<number>((resolve) => {
    devtools.on('Network.webSocketHandshakeResponseReceived', ({ response }) => resolve(response.status))
  })
  return { opened }
}
