/** What our own LiveKit server has to know. Ports are free ones; the file that holds this text is secret. */
export type LiveKitSettings = {
  signalPort: number
  tcpPort: number
  udpPort: number
  /** An address to announce to browsers, `discover` to ask the network for it, or `loopback` for this machine alone. */
  reach: { nodeIp: string } | 'discover' | 'loopback'
  apiKey: string
  apiSecret: string
  webhookUrl: string
}

/** Least time between two requests for a key frame. The default of a second lets whoever comes in just then wait for a picture. */
const KEY_FRAME_PAUSE = '200ms'

/**
 * The server's configuration; JSON is YAML (YAML 1.2 §1.3).
 * auto_create lets clients that outlive a killed server come back before the app has made their room again.
 */
export function liveKitConfig({ signalPort, tcpPort, udpPort, reach, apiKey, apiSecret, webhookUrl }: LiveKitSettings): string {
  return `${JSON.stringify({
    port: signalPort,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      tcp_port: tcpPort,
      udp_port: udpPort,
      ...reachSettings(reach, udpPort),
      congestion_control: { enabled: true, allow_pause: true },
      pli_throttle: { low_quality: KEY_FRAME_PAUSE, mid_quality: KEY_FRAME_PAUSE, high_quality: KEY_FRAME_PAUSE },
    },
    room: { auto_create: true, empty_timeout: 300, departure_timeout: 120, max_participants: 20 },
    keys: { [apiKey]: apiSecret },
    webhook: { api_key: apiKey, urls: [webhookUrl] },
    logging: { json: true, level: 'warn', pion_level: 'error' },
  }, null, 2)}\n`
}

/**
 * Without a STUN server in the settings, browsers would be sent to Google's, which a known address makes needless.
 * On one machine every address of it is announced: browsers send UDP from the network's address, not from 127.0.0.1,
 * and joining is a third faster than over TCP; 127.0.0.1 is for a machine without a network.
 */
function reachSettings(reach: LiveKitSettings['reach'], udpPort: number): object {
  if (reach === 'discover') return { use_external_ip: true }
  const known = { use_external_ip: false, stun_servers: [`${reach === 'loopback' ? '127.0.0.1' : reach.nodeIp}:${udpPort}`] }
  return reach === 'loopback' ? { ...known, enable_loopback_candidate: true } : { ...known, node_ip: reach.nodeIp }
}
