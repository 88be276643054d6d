import { fill } from '#app/i18n/fill.ts'
import { clockText } from '#app/kernel/time.ts'
import { Time } from '#app/ui/time.tsx'
import type { DoorView } from '../room-data.ts'
import type { RoomScene } from './room-scene.ts'

type RoomBarProps = {
  scene: RoomScene
  door: DoorView
  /** The title is the page's heading, unless something below it is. */
  isHeading: boolean
  /** What the clock shows; the server, which can't keep it going, leaves it out. */
  now?: number
}

/** One thin line over everything: which meeting, when, with whom, and what time it is. */
export function RoomBar({ scene: { meeting, seat, host, texts }, door, isHeading, now }: RoomBarProps) {
  const [from, to] = [clockText(meeting.startsAt, seat.timeZone, seat.locale), clockText(meeting.endsAt, seat.timeZone, seat.locale)]
  const others = seat.role === 'guest' ? host.name : door.guests.map((guest) => guest.name).join(', ')
  const Title = isHeading ? 'h1' : 'p'
  return (
    <header className="room-bar">
      <Title className="room-title">{meeting.title}</Title>
      <p className="room-when">
        <Time at={meeting.startsAt} zone={seat.timeZone} locale={seat.locale} as="day" /> {fill(texts.time, { from, to })}
      </p>
      {others && <p className="room-whom">{fill(texts.guestTitle, { name: others })}</p>}
      {now !== undefined && <Time className="room-clock" at={now} zone={seat.timeZone} locale={seat.locale} as="clock" />}
    </header>
  )
}
