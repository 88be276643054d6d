import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { DoorRequest, DoorView } from '../../room-data.ts'
import type { RoomScene } from '../room-scene.ts'

type HandsProps = { scene: RoomScene; door: DoorView; onAsk: (request: DoorRequest) => Promise<boolean> }

/** Whose question waits, in order: all of them for a host, for others their own. Each can be taken down. */
export function Hands({ scene: { seat, texts: { talk: { hand } } }, door, onAsk }: HandsProps) {
  const shown = door.hands.filter(({ seatId }) => seat.role === 'host' || seatId === seat.id)
  if (shown.length === 0) return null
  return (
    <ul className="hands" aria-label={hand.label}>
      {shown.map(({ seatId, name }) => (
        <li key={seatId}>
          <Icon name="question" size={20} />
          <span>{seatId === seat.id ? hand.yours : fill(hand.has, { name })}</span>
          <Button
            type="button" tone="plain" aria-label={seatId === seat.id ? undefined : fill(hand.lowerOf, { name })}
            onClick={() => void onAsk({ intent: 'lower-hand', seatId })}
          >
            {hand.lower}
          </Button>
        </li>
      ))}
    </ul>
  )
}
