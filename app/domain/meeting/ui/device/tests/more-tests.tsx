import type { Locale } from '#app/kernel/locale.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { useStore } from '#app/ui/island/use-store.ts'
import type { CheckLinks } from '../../../room-data.ts'
import type { MediaDesk } from '../own-media.ts'
import { readinessOf } from '../media-desk.ts'
import { EchoTest } from './echo-test.tsx'
import { NetworkTest, type NetworkPlace } from './network/network-test.tsx'
import { SpeakerTest } from './speaker-test.tsx'
import { useEchoTest } from './use-echo-test.ts'
import { useNetworkTest } from './network/use-network-test.ts'
import { useSpeakerTest } from './use-speaker-test.ts'
import { useTellFound } from './use-tell-found.ts'
import { VerdictWords } from './verdict-words.tsx'

export type MoreTestsProps = {
  desk: MediaDesk
  links: CheckLinks
  place: Omit<NetworkPlace, 'host'>
  isHost: boolean
  locale: Locale
  texts: Messages['room']['tests']
  /** The network is tested without being asked to. */
  startsNow: boolean
}

/** What a look into the camera doesn't tell: loudspeaker, own voice and network, with one sentence over all. */
export function MoreTests({ desk, links, place, isHost, locale, texts, startsNow }: MoreTestsProps) {
  const media = useStore(desk.store)
  const speaker = useSpeakerTest(desk)
  const echo = useEchoTest(desk)
  const network = useNetworkTest(desk, links.probe, startsNow)
  useTellFound(desk, links.found)
  const { tests, microphone } = media
  return (
    <div className="tests">
      <SpeakerTest stage={speaker.stage} found={tests.speaker} texts={texts.speaker} actions={speaker.actions} />
      <EchoTest stage={echo.stage} hasMicrophone={microphone.state === 'ready'} texts={texts.echo} onRecord={echo.record} />
      <NetworkTest
        test={network.test} found={tests.network} place={{ ...place, host: location.host }} texts={texts.network} onRun={network.run}
      />
      <section className="test" aria-labelledby="test-verdict">
        <h2 id="test-verdict">{texts.verdict.title}</h2>
        <VerdictWords readiness={readinessOf(media)} hostName={place.hostName} {...{ isHost, locale }} texts={texts.verdict} />
      </section>
    </div>
  )
}
