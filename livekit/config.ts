/** What our own LiveKit server has to know. Ports are free ones; the file that holds this text is secret. */
export type LiveKitSettings = {
  signalPort: number
  tcpPort: number
  udpPort: number
  /** TURN over UDP: a relay for networks that let UDP out to known ports alone. */
  turnPort: number
  /** TURN over TLS, for networks that let only web traffic out; null without a name of its own. */
  turnTls: TurnTls | null
  /** This machine's own addresses, for a relay that serves this machine alone. */
  ownAddresses: readonly string[]
  /**
   * An address to announce to browsers, and whether this machine has it or a router passes it on; `discover` to ask the
   * network for it, or `loopback` for this machine alone.
   */
  reach: { nodeIp: string; isOurs: boolean } | 'discover' | 'loopback'
  apiKey: string
  apiSecret: string
  webhookUrl: string
}

/**
 * Browsers are always sent to port 443 of `domain` (roommanager.go of the server), whatever `port` is: something has to
 * lead from there to it. Without a certificate that something also ends TLS.
 */
export type TurnTls = { domain: string; port: number; certificate: { certFile: string; keyFile: string } | null }

/** Least time between two requests for a key frame. The default of a second lets whoever comes in just then wait for a picture. */
const KEY_FRAME_PAUSE = '200ms'

/**
 * How long a layer that nobody looks at goes on: whoever loads the page again is back within it. By default it is 5 seconds, in which
 * somebody else who is let in would share the cores with it.
 */
const LAYERS_REST_AFTER = '2s'

/** What the app makes something of. A report of each track came to it as well, while somebody waited for a face. */
const REPORTS = ['room_started', 'room_finished', 'participant_joined', 'participant_left', 'participant_connection_aborted']

/**
 * The server's configuration; JSON is YAML (YAML 1.2 §1.3).
 * auto_create lets clients that outlive a killed server come back before the app has made their room again.
 */
export function liveKitConfig(settings: LiveKitSettings): string {
  const { signalPort, tcpPort, udpPort, reach, apiKey, apiSecret, webhookUrl } = settings
  return `${JSON.stringify({
    port: signalPort,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      tcp_port: tcpPort,
      udp_port: udpPort,
      ...reachSettings(reach),
      congestion_control: { enabled: true, allow_pause: true },
      pli_throttle: { low_quality: KEY_FRAME_PAUSE, mid_quality: KEY_FRAME_PAUSE, high_quality: KEY_FRAME_PAUSE },
    },
    room: { auto_create: true, empty_timeout: 300, departure_timeout: 120, max_participants: 20 },
    video: { dynacast_pause_delay: LAYERS_REST_AFTER },
    turn: turnSettings(settings),
    keys: { [apiKey]: apiSecret },
    webhook: { api_key: apiKey, urls: [webhookUrl], filter_params: { include_events: REPORTS } },
    logging: { json: true, level: 'warn', pion_level: 'error' },
  }, null, 2)}\n`
}

/**
 * Browsers ask the relay for their own address, as long as it serves UDP: no other STUN server is named to them, and
 * none may share the media's port, for Chromium takes all that comes from a STUN server's port for answers of it, and
 * so would never hear the media server directly (WebRTC's UDPPort::OnReadPacket).
 * On one machine every address of it is announced: browsers send UDP from the network's address, not from 127.0.0.1,
 * and joining is a third faster than over TCP; 127.0.0.1 is for a machine without a network. An announced address that
 * is one of several of this machine is the only one listened on: on the others, browsers would be answered from there.
 */
function reachSettings(reach: LiveKitSettings['reach']): object {
  if (reach === 'discover') return { use_external_ip: true }
  if (reach === 'loopback') return { use_external_ip: false, enable_loopback_candidate: true }
  return { use_external_ip: false, node_ip: reach.nodeIp, ...(reach.isOurs && { ips: { includes: [onlyThat(reach.nodeIp)] } }) }
}

/** The address as a network of one (CIDR). */
function onlyThat(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`
}

/**
 * Relayed packets go from the relay to the media server beside it. A relay refuses private addresses unless they are
 * named (turn.go of the server), so that nobody reaches the network behind it: only the media server's own is.
 */
function turnSettings({ turnPort, turnTls, reach, ownAddresses }: LiveKitSettings): object {
  const peers = reach === 'loopback' ? ownAddresses : reach === 'discover' ? [] : [reach.nodeIp]
  return {
    enabled: true,
    udp_port: turnPort,
    allow_restricted_peer_cidrs: peers.map((address) => `${address}/32`),
    ...(turnTls && { domain: turnTls.domain, tls_port: turnTls.port, ...tlsEnd(turnTls) }),
  }
}

function tlsEnd({ certificate }: TurnTls): object {
  return certificate ? { cert_file: certificate.certFile, key_file: certificate.keyFile } : { external_tls: true }
}
