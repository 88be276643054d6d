import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { networkGrade, type TriedWay } from '../../../../check/verdict.ts'
import type { NetworkFinding } from '../../../../meeting.ts'
import type { OutwardPorts } from '../../../../room-data.ts'
import type { NetworkTest as Test } from './use-network-test.ts'

/** Where this page stands, and whom to call when nothing comes through. */
export type NetworkPlace = { host: string; hostName: string; phone: string | null }

type NetworkTestProps = {
  test: Test
  found: NetworkFinding | undefined
  place: NetworkPlace
  texts: Messages['room']['tests']['network']
  onRun: () => void
}

/** As they are tried. */
const WAYS = ['udp', 'turn', 'tcp'] as const

/** The three ways to the media server, and one sentence on what they mean. */
export function NetworkTest({ test, found, place, texts, onRun }: NetworkTestProps) {
  const { isRunning, tried, fault } = test
  const isNew = !isRunning && tried.length === 0 && !fault
  return (
    <section className="test" aria-labelledby="test-network">
      <h2 id="test-network">{texts.title}</h2>
      {isNew && !found && <p className="soft">{texts.text}</p>}
      {!isRunning && found && !fault && <Result found={found} outward={test.outward} place={place} texts={texts} />}
      {fault && <p role="status">{fault === 'too-many' ? texts.tooMany : texts.unavailable}</p>}
      {isRunning && <p role="status">{texts.running}</p>}
      {(isRunning || tried.length > 0) && (
        <ul className="test-ways">{WAYS.map((way, position) => <Way key={way} {...{ way, texts }} tried={tried[position]} isTrying={isRunning && tried.length === position} />)}</ul>
      )}
      {!isRunning && <Button type="button" tone="quiet" onClick={onRun}>{isNew && !found ? texts.run : texts.again}</Button>}
    </section>
  )
}

type WayProps = { way: TriedWay['way']; tried: TriedWay | undefined; isTrying: boolean; texts: NetworkTestProps['texts'] }

function Way({ way, tried, isTrying, texts }: WayProps) {
  const words = tried ? wordsOf(tried, texts) : isTrying ? texts.trying : texts.waiting
  return (
    <li data-open={tried ? String(tried.isOpen) : undefined}>
      <Icon name={tried ? (tried.isOpen ? 'check' : 'close') : 'clock'} size={18} />
      <span>{texts.ways[way]}</span> <span className="soft">{words}</span>
    </li>
  )
}

function wordsOf({ isOpen, roundTripMs }: TriedWay, texts: NetworkTestProps['texts']): string {
  if (!isOpen) return texts.shut
  return roundTripMs === null ? texts.open : fill(texts.openIn, { ms: roundTripMs })
}

type ResultProps = { found: NetworkFinding; outward: OutwardPorts | null; place: NetworkPlace; texts: NetworkTestProps['texts'] }

function Result({ found, outward, place, texts }: ResultProps) {
  const grade = networkGrade(found)
  const ms = found.roundTripMs ?? 0
  if (grade === 'good') {
    return <p className="test-good" role="status"><Icon name="check" size={20} />{found.roundTripMs === null ? texts.goodPlain : fill(texts.good, { ms })}</p>
  }
  if (grade === 'slow') return <Notice tone="caution" isNews><p>{fill(texts.slow, { ms })}</p></Notice>
  if (grade === 'detour') return <p className="test-good" role="status"><Icon name="check" size={20} />{texts.detour}</p>
  return (
    <Notice tone="caution" title={texts.blockedTitle} isNews>
      <p>{texts.blocked}</p>
      <p className="said">{textForIt(outward, place.host, texts)}</p>
      {place.phone && <p>{fill(texts.blockedPhone, { name: place.hostName, phone: place.phone })}</p>}
    </Notice>
  )
}

function textForIt(outward: OutwardPorts | null, host: string, texts: NetworkTestProps['texts']): string {
  if (!outward) return fill(texts.forItElsewhere, { host })
  const { hasTurnTls, ...ports } = outward
  return [fill(texts.forIt, { host, ...ports }), hasTurnTls && texts.forItTls].filter(Boolean).join(' ')
}
