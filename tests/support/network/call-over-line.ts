import { chromium } from '@playwright/test'
import { freeTcpPort } from '../../../server/machine/ports.ts'
import type { BookedCall } from '../call.ts'
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts'
import { bookFirstTime, newPage, setUpConsultant } from '../people.ts'
import { untilLiveKitReady } from '../product.ts'
import { startProductWithMail } from '../product-with-mail.ts'
import { somebody } from '../prospect.ts'
import { startFrontProxy, type FrontProxy } from './front-proxy.ts'
import { startNetworkLine, type LineSettings, type NetworkLine } from './network-line.ts'

export type CallOverLine = BookedCall & { line: NetworkLine }

/** Where the host sits, beside the product or behind the line too, and what stands before the product. */
export type CallPlan = { hostSits?: 'near' | 'far'; front?: 'none' | 'https' }

/** A booked meeting whose guest sits behind a network line. */
export async function bookCallOverLine(settings: Partial<LineSettings>, { hostSits = 'near', front = 'none' }: CallPlan = {}): Promise<CallOverLine> {
  const line = await startNetworkLine()
  const { address: HOST } = line
  const PORT = String(await freeTcpPort(HOST))
  const { origin, flags, stop: stopFront } = front === 'https' ? await startFrontProxy(HOST, PORT) : nothingBefore(`http://${HOST}:${PORT}`)
  const { product, sink, stop } = await startProductWithMail({
    HOST, PORT, PUBLIC_URL: origin, TRUST_PROXY: front === 'https' ? '1' : '0', LIVEKIT_NODE_IP: HOST,
  })
  await untilLiveKitReady(product)
  const far = await line.launchFar(flags)
  const near = hostSits === 'far' ? far : await chromium.launch({ executablePath: findChromium(), args: flags })
  const answers = somebody()
  const host = await setUpConsultant(near, product)
  const guest = await newPage(far)
  await bookFirstTime(guest, origin, answers)
  await line.set(settings)
  const stopAll = async () => {
    await Promise.all([far.close(), near.close()])
    await stop()
    await stopFront()
    await line.stop()
  }
  return { product, sink, guest, host, answers, line, stop: stopAll }
}

/** Browsers take a plain http address for as safe as https: a camera needs that. */
function nothingBefore(origin: string): FrontProxy {
  return { origin, flags: [...CHROMIUM_FLAGS, `--unsafely-treat-insecure-origin-as-secure=${origin}`], stop: () => Promise.resolve() }
}
