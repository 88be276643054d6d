import type { TurnUp } from '#app/domain/meeting/meeting.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { briefMoment, type Reader } from './words.ts'

type TurnUpsProps = { guests: readonly { seatId: string; name: string; turnUp: TurnUp | null }[]; reader: Reader }

/** What each guest said about coming; nothing for those who said nothing. */
export function TurnUps({ guests, reader }: TurnUpsProps) {
  const { turnUp: texts } = messages(reader.locale).desk
  return guests.map(({ seatId, name, turnUp }) => turnUp && (
    <p key={seatId} data-late={turnUp.lateMinutes > 0 ? '' : undefined}>
      {fill(turnUp.lateMinutes === 0 ? texts.coming : texts.late, {
        name, minutes: turnUp.lateMinutes, time: briefMoment(turnUp.answeredAt, reader),
      })}
    </p>
  ))
}
