import { useCallback, useEffect, useRef, useState } from 'react'
import { networkFinding, type TriedWay } from '../../../../check/verdict.ts'
import type { OutwardPorts } from '../../../../room-data.ts'
import type { MediaDesk } from '../../own-media.ts'
import { noteFound } from '../../media-desk.ts'
import { requestProbe, type ProbeFault } from './request-probe.ts'

export type NetworkTest = {
  isRunning: boolean
  /** In the order in which they were tried. */
  tried: TriedWay[]
  fault: ProbeFault | null
  outward: OutwardPorts | null
}

export const NOT_TRIED: NetworkTest = { isRunning: false, tried: [], fault: null, outward: null }

/** The test of the network. It runs when it is asked to, and once by itself as soon as `startsNow`. */
export function useNetworkTest(desk: MediaDesk, probeUrl: string, startsNow: boolean): { test: NetworkTest; run: () => void } {
  const [test, setTest] = useState(NOT_TRIED)
  const isBusy = useRef(false)
  const run = useCallback(() => {
    if (isBusy.current) return
    isBusy.current = true
    void runTest(desk, probeUrl, setTest).finally(() => { isBusy.current = false })
  }, [desk, probeUrl])
  useEffect(() => {
    if (startsNow) run()
  }, [startsNow, run])
  return { test, run }
}

async function runTest(desk: MediaDesk, probeUrl: string, show: (test: NetworkTest) => void): Promise<void> {
  show({ ...NOT_TRIED, isRunning: true })
  // LiveKit's client is fetched while the app is asked.
  const [probe, prober] = await Promise.all([requestProbe(probeUrl), import('./probe-network.ts').catch(() => null)])
  if (!prober || typeof probe === 'string') return show({ ...NOT_TRIED, fault: typeof probe === 'string' ? probe : 'unavailable' })
  const { outward } = probe
  const tried: TriedWay[] = []
  await prober.probeNetwork(probe, (one) => {
    tried.push(one)
    show({ isRunning: true, tried: [...tried], fault: null, outward })
  })
  show({ isRunning: false, tried, fault: null, outward })
  noteFound(desk, { network: networkFinding(tried) })
}
