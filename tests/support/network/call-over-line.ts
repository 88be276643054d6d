import { chromium, type Browser } from '@playwright/test'
import { freeTcpPort } from '../../../server/machine/ports.ts'
import type { BookedCall } from '../call.ts'
import { findChromium } from '../chromium.ts'
import { bookFirstTime, newPage, setUpConsultant } from '../people.ts'
import { untilLiveKitReady } from '../product.ts'
import { startProductWithMail } from '../product-with-mail.ts'
import { somebody } from '../prospect.ts'
import { startNetworkLine, trusting, type LineSettings, type NetworkLine } from './network-line.ts'

export type CallOverLine = BookedCall & { line: NetworkLine }

/** A booked meeting whose guest sits behind a network line; the host sits beside the product, or behind it too. */
export async function bookCallOverLine(settings: Partial<LineSettings> = {}, hostSits: 'near' | 'far' = 'near'): Promise<CallOverLine> {
  const line = await startNetworkLine()
  const PORT = String(await freeTcpPort(line.address))
  const origin = `http://${line.address}:${PORT}`
  const { product, sink, stop } = await startProductWithMail({
    HOST: line.address, PORT, PUBLIC_URL: origin, LIVEKIT_NODE_IP: line.address,
  })
  await untilLiveKitReady(product)
  const far = await line.launchFar(origin)
  const near = hostSits === 'far' ? far : await launchNear(origin)
  const answers = somebody()
  const host = await setUpConsultant(near, product)
  const guest = await newPage(far)
  await bookFirstTime(guest, origin, answers)
  await line.set(settings)
  const stopAll = async () => {
    await Promise.all([far.close(), near.close()])
    await stop()
    await line.stop()
  }
  return { product, sink, guest, host, answers, line, stop: stopAll }
}

function launchNear(origin: string): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: trusting(origin) })
}
