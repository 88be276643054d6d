import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import type { DoorGuest } from '../../../room-data.ts'
import type { RoomScene } from '../../room-scene.ts'

type TurnedAwayProps = { guests: readonly DoorGuest[]; texts: RoomScene['texts']['warmDoor']['away']; onCallBack: (seatId: string) => void }

/** Whoever was turned away stays outside until the host calls them back here; folded, for it is seldom needed. */
export function TurnedAway({ guests, texts, onCallBack }: TurnedAwayProps) {
  const away = guests.filter(({ door }) => door === 'removed')
  if (away.length === 0) return null
  return (
    <details className="turned-away">
      <summary>{texts.title}</summary>
      <ul className="at-door-list">
        {away.map(({ seatId, name }) => (
          <li key={seatId}>
            {name}
            <Button type="button" tone="plain" aria-label={fill(texts.callBackName, { name })} onClick={() => onCallBack(seatId)}>
              {texts.callBack}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
