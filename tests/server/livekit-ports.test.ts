import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseLiveKitPorts } from '../../livekit/ports.ts'
import * as machine from '../../server/machine/ports.ts'

vi.mock('../../server/machine/ports.ts', { spy: true })

const OURS_TO_CHOOSE = { signalPort: 0, tcpPort: 0, udpPort: 0, turnPort: 0 }

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'fremmode-ports-')) })
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

test('the system gives out the same port twice: the server listens on two all the same', async () => {
  const [port, other] = [await machine.freeUdpPort(), await machine.freeUdpPort()]
  vi.mocked(machine.freeUdpPort).mockResolvedValueOnce(port).mockResolvedValueOnce(port).mockResolvedValueOnce(other)
  const [tcpPort, otherTcp] = [await machine.freeTcpPort(), await machine.freeTcpPort()]
  vi.mocked(machine.freeTcpPort).mockResolvedValueOnce(tcpPort).mockResolvedValueOnce(tcpPort).mockResolvedValueOnce(otherTcp)
  expect(await choose()).toEqual({ signalPort: tcpPort, tcpPort: otherTcp, udpPort: port, turnPort: other })
})

test('ports of last time that are the same are not both kept', async () => {
  const [signalPort, udpPort] = [await machine.freeTcpPort(), await machine.freeUdpPort()]
  await writeFile(join(folder, 'ports.json'), JSON.stringify({ signalPort, tcpPort: signalPort, udpPort, turnPort: udpPort }))
  const chosen = await choose()
  expect(chosen).toMatchObject({ signalPort, udpPort })
  expect(chosen).not.toMatchObject({ tcpPort: signalPort })
  expect(chosen).not.toMatchObject({ turnPort: udpPort })
})

test('ports of last time are kept', async () => {
  const first = await choose()
  expect(await choose()).toEqual(first)
  expect(JSON.parse(await readFile(join(folder, 'ports.json'), 'utf8'))).toEqual(first)
})

test('one port for two things that a firewall knows is refused, with the remedy', async () => {
  const port = await machine.freeUdpPort()
  const wanted = { ...OURS_TO_CHOOSE, udpPort: port, turnPort: port }
  expect(await chooseLiveKitPorts({ wanted, folder, hasLeftOver: false, isExact: true })).toBe(
    `Meetings need UDP port ${port} for two things: LIVEKIT_UDP_PORT names it too. `
    + 'Set LIVEKIT_TURN_PORT to another and open that in the firewall.',
  )
})

function choose() {
  return chooseLiveKitPorts({ wanted: OURS_TO_CHOOSE, folder, hasLeftOver: false, isExact: false })
}
