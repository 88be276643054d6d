import type { Page } from '@playwright/test'

/** How media goes: straight to the media server or over its relay, and by which protocol. */
export type MediaPath = { way: 'direct' | 'relay'; protocol: string }

/** A section that was agreed upon for sending, and what has gone out in it. */
export type SentSection = { kind: string; codec: string; packets: number }

/** What was put in a section to be sent: a dark picture is that of a track that is disabled. */
export type Put = 'nothing' | 'dark' | 'open'

/** Notes every connection of pages that are opened from now on, and what is put in their sections, for what else stands here. */
export async function notePaths(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes: RTCPeerConnection[] = []
    Object.assign(globalThis, { peerConnections: notes })
    globalThis.RTCPeerConnection = new Proxy(globalThis.RTCPeerConnection, {
      construct(target, given: ConstructorParameters<typeof RTCPeerConnection>) {
        const made = new target(...given)
        notes.push(made)
        return made
      },
    })
    const puts: Put[] = []
    Object.assign(globalThis, { puts })
    const { replaceTrack } = RTCRtpSender.prototype
    RTCRtpSender.prototype.replaceTrack = function noteTrack(track) {
      puts.push(track === null ? 'nothing' : track.enabled ? 'open' : 'dark')
      return replaceTrack.call(this, track)
    }
  })
}

/** What was put in the page's sections after they were made, in order. */
export function putInSections(page: Page): Promise<Put[]> {
  return page.evaluate(() => (globalThis as unknown as { puts: Put[] }).puts)
}

/** The paths that are in use in the page now (the nominated candidate pairs of W3C webrtc-stats). */
export function mediaPaths(page: Page): Promise<MediaPath[]> {
  return page.evaluate(async () => {
    const connections = (globalThis as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections
    const reports = await Promise.all(connections.filter(({ connectionState }) => connectionState === 'connected').map((one) => one.getStats()))
    return reports.flatMap((report) => {
      const all = [...report.values()]
      return all.filter(({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded')
        .map(({ localCandidateId }) => all.find(({ id }) => id === localCandidateId))
        .map(({ candidateType, protocol }) => ({ way: candidateType === 'relay' ? 'relay' as const : 'direct' as const, protocol }))
    })
  })
}

/** What the page's connections offer to send and receive media in, each name once (a=rtpmap, RFC 8866 §6.6). */
export function offeredCodecs(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const connections = (globalThis as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections
    const offers = connections.map(({ localDescription }) => localDescription?.sdp ?? '').join('\n')
    return [...new Set([...offers.matchAll(/^a=rtpmap:\d+ ([\w-]+)/gm)].flatMap(([, name = '']) => name.toLowerCase()))].toSorted()
  })
}

/** The sections in which the page may send, in their order: with the codec that the other side prefers, and what went out. */
export function sentSections(page: Page): Promise<SentSection[]> {
  return page.evaluate(async () => {
    const connections = (globalThis as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections
    const senders = connections.flatMap((one) => one.getTransceivers()).filter(({ currentDirection }) => currentDirection === 'sendonly')
    return Promise.all(senders.map(async ({ receiver, sender }) => {
      const report = [...(await sender.getStats()).values()]
      const packets = report.filter(({ type }) => type === 'outbound-rtp').reduce((sum, { packetsSent }) => sum + Number(packetsSent), 0)
      return { kind: receiver.track.kind, codec: sender.getParameters().codecs[0]?.mimeType.toLowerCase() ?? '', packets }
    }))
  })
}
