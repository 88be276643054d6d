import type { Page } from '@playwright/test'

type Trouble = 'NotAllowedError' | 'NotFoundError' | 'NotReadableError'

/**
 * From the next page on, camera and microphone fail as in a browser in which they were refused, aren't there, or are in
 * use. The rest of the page is as it is: what it says and does about it is its own.
 */
export async function troubleDevices(page: Page, trouble: Trouble): Promise<void> {
  await page.addInitScript((name) => {
    const media = navigator.mediaDevices
    const open = media.getUserMedia.bind(media)
    const list = media.enumerateDevices.bind(media)
    let isTroubled = true
    Object.defineProperty(globalThis, 'mendDevices', { value: () => { isTroubled = false } })
    media.getUserMedia = (wanted) => (isTroubled ? Promise.reject(new DOMException('', name)) : open(wanted))
    media.enumerateDevices = async () => (isTroubled ? [] : list())
    // As in a browser that answers for neither device and tells of no change.
    navigator.permissions.query = () => Promise.reject(new TypeError('not a permission'))
  }, trouble)
}

/** The person has put it right, in the browser's own menu: nothing tells the page. */
export function mendDevices(page: Page): Promise<void> {
  return page.evaluate('mendDevices()')
}

/** Of the ways to the media server none or only TCP gets through, as behind a firewall: neither side hears of an address that is closed. */
export async function closeMediaWays(page: Page, open: 'none' | 'tcp'): Promise<void> {
  await page.addInitScript((kept) => {
    const isKept = (candidate = '') => kept === 'tcp' && / tcp /i.test(candidate)
    const { prototype } = RTCPeerConnection
    const { addIceCandidate, createAnswer, createOffer, setRemoteDescription } = prototype
    const without = ({ type, sdp = '' }: RTCSessionDescriptionInit) => {
      const lines = sdp.split('\r\n').filter((line) => !line.startsWith('a=candidate') || isKept(line))
      return { type, sdp: lines.join('\r\n') }
    }
    prototype.addIceCandidate = function (candidate) {
      return isKept(candidate?.candidate) ? Reflect.apply(addIceCandidate, this, [candidate]) : Promise.resolve()
    }
    prototype.setRemoteDescription = function (description) {
      return Reflect.apply(setRemoteDescription, this, [without(description)])
    }
    // An offer that is made again names the addresses that were found meanwhile.
    prototype.createOffer = function (this: RTCPeerConnection, options?: RTCOfferOptions) {
      return Reflect.apply(createOffer, this, [options]).then(without)
    } as typeof createOffer
    prototype.createAnswer = function (this: RTCPeerConnection) {
      return Reflect.apply(createAnswer, this, []).then(without)
    } as typeof createAnswer
    const told = Object.getOwnPropertyDescriptor(prototype, 'onicecandidate')
    Object.defineProperty(prototype, 'onicecandidate', {
      ...told,
      set(this: RTCPeerConnection, tell: (event: RTCPeerConnectionIceEvent) => void) {
        told?.set?.call(this, (event: RTCPeerConnectionIceEvent) => { if (isKept(event.candidate?.candidate)) tell(event) })
      },
    })
  }, open)
}

/** Keeps how loud whatever the page plays outside its own elements becomes, so that it can be asked for. */
export async function listenToPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard = { loudest: 0 }
    Object.defineProperty(globalThis, 'heard', { value: heard })
    const follow = (node: AudioNode) => {
      const analyser = new AnalyserNode(node.context)
      node.connect(analyser)
      const wave = new Float32Array(analyser.fftSize)
      const look = () => {
        if (node.context.state === 'closed') return
        analyser.getFloatTimeDomainData(wave)
        heard.loudest = Math.max(heard.loudest, ...wave)
        setTimeout(look, 30)
      }
      look()
    }
    const { play } = HTMLMediaElement.prototype
    HTMLMediaElement.prototype.play = function () {
      if (this.src.startsWith('blob:')) {
        const context = new AudioContext()
        const source = context.createMediaElementSource(this)
        source.connect(context.destination)
        follow(source)
      }
      return Reflect.apply(play, this, [])
    }
    const { connect } = AudioNode.prototype
    AudioNode.prototype.connect = function (this: AudioNode, ...to: [AudioNode]) {
      if (to[0] instanceof AudioDestinationNode && this instanceof GainNode) follow(this)
      return Reflect.apply(connect, this, to)
    } as typeof connect
  })
}

/** The loudest sample since it was last asked, 0 to 1. */
export function takeLoudest(page: Page): Promise<number> {
  return page.evaluate('(() => { const { loudest } = heard; heard.loudest = 0; return loudest })()')
}
