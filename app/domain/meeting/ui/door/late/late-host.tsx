import { useState } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import { telHref, unbroken } from '#app/kernel/text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { RoomScene } from '../../room-scene.ts'
import { fetchTimes, postMove } from './other-times.ts'

type LateHostProps = {
  scene: RoomScene
  onMoved: (startsAt: number) => void
  /** The times as they are at first, for a page that stands still. */
  given?: number[]
}

type Asked = { state: 'idle' | 'loading' | 'shown' | 'moving' | 'taken' | 'failed'; times: number[] }

/** The host has not come: ring, or find another time, without leaving the door. */
export function LateHost({ scene: { host, seat, links, texts: { warmDoor: { late } } }, onMoved, given }: LateHostProps) {
  const [{ state, times }, setAsked] = useState<Asked>({ state: given ? 'shown' : 'idle', times: given ?? [] })
  const isBusy = state === 'loading' || state === 'moving'
  const load = async () => {
    if (isBusy) return
    setAsked({ state: 'loading', times: [] })
    const found = await fetchTimes(links.times)
    setAsked({ state: found ? 'shown' : 'failed', times: found ?? [] })
  }
  const move = async (startsAt: number) => {
    if (isBusy) return
    setAsked({ state: 'moving', times })
    const moved = await postMove(links.times, startsAt)
    if (moved.kind === 'moved') return onMoved(startsAt)
    setAsked(moved.kind === 'taken' ? { state: 'taken', times: moved.times } : { state: 'failed', times })
  }
  return (
    <section className="late-host" aria-labelledby="late-host">
      <div role="status"><h3 id="late-host">{fill(late.title, { name: host.name })}</h3></div>
      <p className="soft">{late.text}</p>
      {host.phone && (
        <LinkButton href={telHref(host.phone)} tone="quiet">{fill(late.call, { name: host.name, phone: unbroken(host.phone) })}</LinkButton>
      )}
      {times.length > 0
        ? <Times {...{ times, seat, late, isBusy }} onMove={(at) => void move(at)} />
        : (
          <Button type="button" tone="quiet" aria-disabled={isBusy} onClick={() => void load()}>
            {state === 'failed' ? late.retry : late.times}
          </Button>
        )}
      <p role="status">{wordsOf(state, times, late)}</p>
    </section>
  )
}

type LateTexts = RoomScene['texts']['warmDoor']['late']
type TimesProps = { times: number[]; seat: RoomScene['seat']; late: LateTexts; isBusy: boolean; onMove: (startsAt: number) => void }

function Times({ times, seat, late, isBusy, onMove }: TimesProps) {
  return (
    <ul className="late-times" aria-label={late.times}>
      {times.map((at) => (
        <li key={at}>
          <Button type="button" tone="quiet" aria-disabled={isBusy} onClick={() => onMove(at)}>{fill(late.move, { time: momentText(at, seat.timeZone, seat.locale) })}</Button>
        </li>
      ))}
    </ul>
  )
}

function wordsOf(state: Asked['state'], times: number[], late: LateTexts): string {
  switch (state) {
    case 'loading': return late.loading
    case 'moving': return late.moving
    case 'taken': return late.taken
    case 'failed': return late.failed
    case 'shown': return times.length === 0 ? late.none : ''
    case 'idle': return ''
  }
}
