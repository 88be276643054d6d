import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { TriedWay } from '../../check/verdict.ts'
import type { Readiness } from '../../meeting.ts'
import { CheckPage } from '../check/check-page.tsx'
import type { BrowserKind } from '../device/device-fault.ts'
import { DeviceCheck } from '../device/device-check.tsx'
import type { LocalMedia } from '../device/own-media.ts'
import { readinessOf } from '../device/media-desk.ts'
import { NoCalls } from '../device/help/no-calls.tsx'
import { EchoTest } from '../device/tests/echo-test.tsx'
import { NetworkTest } from '../device/tests/network/network-test.tsx'
import { NOT_TRIED, type NetworkTest as Test } from '../device/tests/network/use-network-test.ts'
import { SpeakerTest } from '../device/tests/speaker-test.tsx'
import type { EchoStage } from '../device/tests/use-echo-test.ts'
import type { SpeakerStage } from '../device/tests/use-speaker-test.ts'
import { VerdictWords } from '../device/tests/verdict-words.tsx'
import { MEDIA, OFF, READY } from './scene.ts'

type CheckStill = { media?: Partial<LocalMedia>; speaker?: SpeakerStage; echo?: EchoStage; network?: Test; browser?: BrowserKind }

const { name, phone } = CAST.consultant
const FAST: TriedWay[] = [open('udp', 18), open('turn', 24), open('tcp', 21)]
const SHUT: TriedWay[] = [shut('udp'), shut('turn'), shut('tcp')]
const OUTWARD = { udp: 7882, tcp: 7881, turn: 3478, hasTurnTls: true }
const DENIED = { state: 'denied', track: null } as const

const STATES: Record<string, CheckStill> = {
  begun: { media: { hasStarted: false, camera: OFF } },
  running: { speaker: 'playing', echo: 'recording', network: { ...NOT_TRIED, isRunning: true, tried: FAST.slice(0, 1) } },
  asked: { speaker: 'asked', echo: 'done', network: ended(FAST), media: found({ network: { way: 'udp', roundTripMs: 18 } }) },
  ready: { echo: 'done', network: ended(FAST), media: found({ speaker: 'heard', network: { way: 'udp', roundTripMs: 18 } }) },
  slow: { network: ended(FAST), media: found({ speaker: 'heard', network: { way: 'udp', roundTripMs: 420 } }) },
  detour: { network: ended([shut('udp'), shut('turn'), open('tcp', 80)]), media: found({ speaker: 'heard', network: { way: 'tcp', roundTripMs: 80 } }) },
  blocked: { echo: 'failed', network: ended(SHUT), media: found({ speaker: 'unheard', network: { way: 'blocked', roundTripMs: null } }) },
  unavailable: { network: { ...NOT_TRIED, fault: 'unavailable' } },
  'too-many': { network: { ...NOT_TRIED, fault: 'too-many' } },
  ...Object.fromEntries((['chromium', 'edge', 'firefox', 'safari', 'ios', 'android'] as const).map((browser) => (
    [`denied-${browser}`, { browser, media: { camera: DENIED, microphone: DENIED } }]
  ))),
}

/** The check page before its script runs, and the check in each of its states, in both languages. */
export function checkPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  return (['da', 'en'] as const).flatMap((locale) => [
    { name: 'check-page', locale, element: <div className="page-main"><CheckPage page={pageIn(locale)} /></div> },
    { name: 'check-no-calls', locale, element: <div className="page-main"><NoCalls isHost={false} texts={messages(locale).room.check.noCalls} /></div> },
    ...Object.entries(STATES).map(([state, still]) => ({ name: `check-${state}`, locale, element: <div className="page-main">{drawCheck(still, locale)}</div> })),
  ])
}

function drawCheck({ speaker = 'idle', echo = 'idle', network = NOT_TRIED, browser = 'chromium', ...given }: CheckStill, locale: Locale): ReactElement {
  const media: LocalMedia = { ...MEDIA, ...given.media }
  const { room } = messages(locale)
  const { tests: texts } = room
  const still = () => {}
  const actions = { start: still, switchDevice: still, chooseDevice: still, chooseSpeaker: still }
  return (
    <div className="check-room">
      <DeviceCheck media={media} browser={browser} texts={room} actions={actions} />
      <div className="tests">
        <SpeakerTest stage={speaker} found={media.tests.speaker} texts={texts.speaker} actions={{ play: still, answer: still }} />
        <EchoTest stage={echo} hasMicrophone={media.microphone.state === 'ready'} texts={texts.echo} onRecord={still} />
        <NetworkTest
          test={network} found={media.tests.network} place={{ host: 'meet.example.com', hostName: name, phone }} texts={texts.network} onRun={still}
        />
        <section className="test" aria-labelledby="test-verdict">
          <h2 id="test-verdict">{texts.verdict.title}</h2>
          <VerdictWords readiness={readinessOf(media)} hostName={name} isHost={false} locale={locale} texts={texts.verdict} />
        </section>
      </div>
    </div>
  )
}

function pageIn(locale: Locale) {
  const { check, controls, help, tests } = messages(locale).room
  return {
    locale, isHost: false, host: { name, phone },
    links: { found: '#', probe: '#', room: '#room', booking: '#booking' }, texts: { check, controls, help, tests },
  }
}

function found(tests: Pick<Readiness, 'speaker' | 'network'>): Partial<LocalMedia> {
  return { tests, microphone: READY }
}

function ended(tried: TriedWay[]): Test {
  return { isRunning: false, tried, fault: null, outward: OUTWARD }
}

function open(way: TriedWay['way'], roundTripMs: number): TriedWay {
  return { way, isOpen: true, roundTripMs }
}

function shut(way: TriedWay['way']): TriedWay {
  return { way, isOpen: false, roundTripMs: null }
}
