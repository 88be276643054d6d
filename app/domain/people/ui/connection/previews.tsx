import type { ReactElement } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import type { TestedPart } from '#app/platform/livekit/connection-parts.ts'
import { ConnectionView } from './connection-view.tsx'

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const AT = 1_795_597_200_000

const HOOK = 'https://meet.example.com/hooks/livekit'

const STATES: Record<string, { parts: TestedPart[] | null; tooManyMinutes: number | null; isSilent?: boolean }> = {
  silent: { parts: null, tooManyMinutes: null, isSilent: true },
  new: { parts: null, tooManyMinutes: null },
  'too-many': { parts: null, tooManyMinutes: 12 },
  works: { parts: partsIn(['open', 'listening', 'open', 'open', 'not-set', 'open']), tooManyMinutes: null },
  shut: { parts: partsIn(['shut', 'shut', 'shut', 'shut', 'shut', 'shut']), tooManyMinutes: null },
  certificate: { parts: partsIn(['open', 'listening', 'open', 'open', 'certificate', 'open']), tooManyMinutes: null },
  elsewhere: { parts: partsIn(['open', 'elsewhere', 'elsewhere', 'elsewhere', 'elsewhere', 'shut']), tooManyMinutes: null },
}

/** The desk's test of the connection, before it and with each finding. */
export function connectionPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  return (['da', 'en'] as const).flatMap((locale) => Object.entries(STATES).map(([name, { parts, tooManyMinutes, isSilent }]) => ({
    name: `connection-${name}`, locale,
    element: (
      <div className="page-main">
        <ConnectionView
          {...{ locale, tooManyMinutes }} timeZone="Europe/Copenhagen" tested={parts && { at: AT, parts }}
          reports={{ lastAt: isSilent ? null : AT, hook: HOOK }}
        />
      </div>
    ),
  })))
}

function partsIn(states: TestedPart['state'][]): TestedPart[] {
  const all = ['signal', 'udp', 'tcp', 'turn', 'turn-tls', 'reports'] as const
  return all.map((part, position) => {
    const state = states[position] ?? 'shut'
    const address = part === 'reports' ? HOOK : part === 'signal' || state === 'elsewhere' || state === 'not-set' ? null : '203.0.113.7:7882'
    return { part, state, address, note: state === 'certificate' ? 'CERT_HAS_EXPIRED' : null }
  })
}
