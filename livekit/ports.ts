import { join } from 'node:path'
import { readKept, writeKept } from '../server/machine/kept-files.ts'
import { freeTcpPort, freeUdpPort, isTcpPortFree, isUdpPortFree } from '../server/machine/ports.ts'

export type LiveKitPorts = { signalPort: number; tcpPort: number; udpPort: number; turnPort: number }

type Wish = {
  /** What the settings say; 0 leaves it to us. */
  wanted: LiveKitPorts
  folder: string
  /** Our own server still runs from an earlier start: the ports it holds are ours. */
  hasLeftOver: boolean
  /** Must the media ports be what the settings say, because a firewall knows them? */
  isExact: boolean
}

/** The ports that a firewall has to know, the setting that names each, and the other of the same protocol that it must differ from. */
const OUTWARD = [
  { name: 'tcpPort', setting: 'LIVEKIT_TCP_PORT', protocol: 'TCP', other: { name: 'signalPort', setting: 'LIVEKIT_PORT' } },
  { name: 'udpPort', setting: 'LIVEKIT_UDP_PORT', protocol: 'UDP', other: { name: 'turnPort', setting: 'LIVEKIT_TURN_PORT' } },
  { name: 'turnPort', setting: 'LIVEKIT_TURN_PORT', protocol: 'UDP', other: { name: 'udpPort', setting: 'LIVEKIT_UDP_PORT' } },
] as const

/**
 * Ports for our LiveKit server: the wanted ones, else those of last time, else free ones.
 * Gives the remedy as text when a port that others must know is taken.
 */
export async function chooseLiveKitPorts({ wanted, folder, hasLeftOver, isExact }: Wish): Promise<LiveKitPorts | string> {
  const path = join(folder, 'ports.json')
  const known: Partial<LiveKitPorts> = JSON.parse((await readKept(path)) ?? '{}')
  const firstFree = async (name: keyof LiveKitPorts, isFree: (port: number) => Promise<boolean>) => {
    for (const port of [wanted[name], known[name] ?? 0]) {
      if (port > 0 && ((hasLeftOver && port === known[name]) || (await isFree(port)))) return port
    }
    return null
  }
  const [signalPort, udpPort] = [await firstFree('signalPort', isTcpPortFree), await firstFree('udpPort', isUdpPortFree)]
  const free = {
    signalPort,
    tcpPort: await firstFree('tcpPort', async (port) => port !== signalPort && await isTcpPortFree(port, '0.0.0.0')),
    udpPort,
    turnPort: await firstFree('turnPort', async (port) => port !== udpPort && await isUdpPortFree(port)),
  }
  const taken = OUTWARD.find(({ name }) => isExact && wanted[name] > 0 && free[name] !== wanted[name])
  if (taken) return remedyFor(taken, wanted)
  const chosen = await fillUp(free)
  await writeKept(path, JSON.stringify(chosen))
  return chosen
}

/** The system may give out the same port twice, as soon as it is free again. */
async function fillUp(free: { [name in keyof LiveKitPorts]: number | null }): Promise<LiveKitPorts> {
  const { tcpPort, turnPort } = free
  const signalPort = free.signalPort ?? await otherThan(tcpPort, freeTcpPort)
  const udpPort = free.udpPort ?? await otherThan(turnPort, freeUdpPort)
  return {
    signalPort, udpPort,
    tcpPort: tcpPort ?? await otherThan(signalPort, () => freeTcpPort('0.0.0.0')),
    turnPort: turnPort ?? await otherThan(udpPort, freeUdpPort),
  }
}

async function otherThan(taken: number | null, findFree: () => Promise<number>): Promise<number> {
  for (;;) {
    const port = await findFree()
    if (port !== taken) return port
  }
}

function remedyFor({ name, setting, protocol, other }: typeof OUTWARD[number], wanted: LiveKitPorts): string {
  const need = `Meetings need ${protocol} port ${wanted[name]}`
  const isTwice = wanted[name] === wanted[other.name]
  if (isTwice) return `${need} for two things: ${other.setting} names it too. Set ${setting} to another and open that in the firewall.`
  return `${need}, which another program holds. Free it, or set ${setting} to another and open that in the firewall.`
}
