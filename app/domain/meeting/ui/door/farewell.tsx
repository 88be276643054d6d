import { fill } from '#app/i18n/fill.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { CallStage, CallState } from '../call/call-state.ts'
import type { DoorView } from '../../room-data.ts'
import type { RoomScene } from '../room-scene.ts'

/** The stages in which this tab is not, or no longer, in the meeting. */
export type LastStage = Extract<CallStage, 'left' | 'removed' | 'elsewhere' | 'ended'>

export function isLastStage(stage: CallStage): stage is LastStage {
  return stage === 'left' || stage === 'removed' || stage === 'elsewhere' || stage === 'ended'
}

type FarewellProps = { scene: RoomScene; state: CallState; stage: LastStage; door: Pick<DoorView, 'next'>; onReturn: () => void }

/** After the meeting, or outside it: what happened, and the ways on from here. */
export function Farewell({ scene, state, stage, door, onReturn }: FarewellProps) {
  const { texts: { end }, host, links } = scene
  const { title, text } = wordsOf(end, stage, state)
  const isHeld = state.refusal !== 'meeting-cancelled'
  return (
    <section className="farewell">
      <h1>{title}</h1>
      <p className="lede">{fill(text, { name: host.name })}</p>
      <div className="row">
        {stage === 'left' && <Button type="button" onClick={onReturn}>{end.comeBack}</Button>}
        {stage === 'elsewhere' && <Button type="button" onClick={onReturn}>{end.takeOver}</Button>}
        {stage === 'ended' && isHeld && <LinkButton href={links.summary}>{end.summary}</LinkButton>}
        {stage === 'ended' && !isHeld && <LinkButton href={links.book} tone="quiet">{end.bookAgain}</LinkButton>}
        {stage === 'ended' && isHeld && !door.next?.booked && <LinkButton href={links.bookNext} tone="quiet">{end.bookNext}</LinkButton>}
        {(stage === 'left' || stage === 'removed') && links.booking && <LinkButton href={links.booking} tone="quiet">{end.booking}</LinkButton>}
      </div>
    </section>
  )
}

function wordsOf(end: RoomScene['texts']['end'], stage: LastStage, state: CallState): { title: string; text: string } {
  switch (stage) {
    case 'left': return { title: end.leftTitle, text: end.leftText }
    case 'removed': return { title: end.removedTitle, text: end.removedText }
    case 'elsewhere': return { title: end.elsewhereTitle, text: end.elsewhereText }
    case 'ended': return state.refusal === 'meeting-cancelled'
      ? { title: end.cancelledTitle, text: end.cancelledText }
      : { title: end.endedTitle, text: end.endedText }
  }
}
