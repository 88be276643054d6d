import { join } from 'node:path'
import { readKept, writeKept } from '../server/machine/kept-files.ts'
import { freeTcpPort, freeUdpPort, isTcpPortFree, isUdpPortFree } from '../server/machine/ports.ts'

export type LiveKitPorts = { signalPort: number; tcpPort: number; udpPort: number }

type Wish = {
  /** What the settings say; 0 leaves it to us. */
  wanted: LiveKitPorts
  folder: string
  /** Our own server still runs from an earlier start: the ports it holds are ours. */
  hasLeftOver: boolean
  /** Must the media ports be what the settings say, because a firewall knows them? */
  isExact: boolean
}

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
  const signalPort = await firstFree('signalPort', isTcpPortFree)
  const tcpPort = await firstFree('tcpPort', (port) => isTcpPortFree(port, '0.0.0.0'))
  const udpPort = await firstFree('udpPort', isUdpPortFree)
  if (isExact && wanted.tcpPort > 0 && tcpPort !== wanted.tcpPort) return taken('LIVEKIT_TCP_PORT', `TCP port ${wanted.tcpPort}`)
  if (isExact && wanted.udpPort > 0 && udpPort !== wanted.udpPort) return taken('LIVEKIT_UDP_PORT', `UDP port ${wanted.udpPort}`)
  const chosen = {
    signalPort: signalPort ?? await freeTcpPort(),
    tcpPort: tcpPort ?? await freeTcpPort('0.0.0.0'),
    udpPort: udpPort ?? await freeUdpPort(),
  }
  await writeKept(path, JSON.stringify(chosen))
  return chosen
}

function taken(setting: string, port: string): string {
  return `Meetings need ${port}, which another program holds. Free it, or set ${setting} to another and open that in the firewall.`
}
