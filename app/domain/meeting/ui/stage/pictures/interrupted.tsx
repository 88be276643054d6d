import { fill } from '#app/i18n/fill.ts'
import { telHref, unbroken } from '#app/kernel/text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { CallView } from '../../call/call.ts'
import type { RoomScene } from '../../room-scene.ts'
import { wordsOfStall } from '../../stall/stall-words.ts'
import type { SideControl } from '../controls/side-control.ts'

type InterruptedProps = { scene: RoomScene; view: CallView; side: SideControl; isLong: boolean }

export function isBroken({ stalls, state }: CallView): boolean {
  return stalls.length > 0 || state.stage === 'interrupted'
}

/** Above the pictures while they stand still: who fell out and why, and after a while how to go on without. */
export function Interrupted({ scene, view, side, isLong }: InterruptedProps) {
  if (!isBroken(view)) return null
  const { stalls, people } = view
  const others = people.map(({ name }) => name)
  const sentences = stalls.map((stall) => wordsOfStall(stall, others, scene.texts.stall))
  return (
    <div className="stage-word stall-word">
      {sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {sentences.length === 0 && <p>{scene.texts.stage.interrupted}</p>}
      {isLong && <OtherWays scene={scene} view={view} side={side} />}
    </div>
  )
}

/** By phone, and by what is typed, which goes through the app; the host has the guests' numbers, a guest the host's. */
function OtherWays({ scene: { texts: { stall }, host, seat }, view: { numbers }, side }: Omit<InterruptedProps, 'isLong'>) {
  const known = seat.role === 'host' ? numbers : host.phone ? [{ name: host.name, phone: host.phone }] : []
  return (
    <div className="stall-ways" role="status">
      <p className="soft small">{stall.goesOn}</p>
      {known.map(({ name, phone }) => (
        <LinkButton key={phone} href={telHref(phone)} tone="quiet">
          {fill(stall.ring, { name, phone: unbroken(phone) })}
        </LinkButton>
      ))}
      {side.shown !== 'chat' && <Button type="button" tone="quiet" onClick={() => side.onToggle('chat')}>{stall.write}</Button>}
    </div>
  )
}
