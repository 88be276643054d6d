import type { EventStream } from '#app/platform/feed/event-stream.server.ts'
import { findSeat } from '../../meeting/queries.server.ts'
import type { DoorView } from '../../meeting/room-data.ts'
import type { SeatPass, Visitor } from '../../meeting/seat.ts'
import { sightOfPass } from '../sight/seen.server.ts'
import { sightOf, type Sight } from '../sight/sight.ts'
import { oneAtATime } from './one-at-a-time.server.ts'
import { stepSender } from './step-sender.server.ts'

/** Sends one stream as much of the agenda as its seat may see, and the steps after `afterVersion` to whoever sees it whole. */
export function agendaSender(pass: SeatPass | Visitor, { afterVersion, stream }: { afterVersion: number | null; stream: EventStream }) {
  const onlooker = watchSight(pass)
  const steps = stepSender(pass.meeting.id, { afterVersion, stream })
  /** The newest version that was told of; null: there may be newer ones. */
  let told: number | null = null
  const send = oneAtATime(async () => {
    const sight = await onlooker.sight()
    if (sight === 'whole') await steps.send(told)
    if (sight === 'plan') await steps.sendPlan()
  }, stream)

  /** @param version that was committed; null: one may have been missed. */
  function hear(version: string | null): void {
    if (version !== null && Number(version) <= steps.sent()) return
    told = version === null ? null : Number(version)
    send()
  }

  /** Whoever is let in gets the agenda as it is inside. */
  function hearDoor(view: DoorView): void {
    if (onlooker.isChangedBy(view)) send()
  }

  return { send, hear, hearDoor, lookAgain: onlooker.lookAgain }
}

/** All that changes a sight is told at the door's topic, in the order of the commits: between two words of it nothing is asked. */
function watchSight(pass: SeatPass | Visitor) {
  let known: Sight | null = null
  let asked = 0
  let shown = sightOfPass(pass)

  async function sight(): Promise<Sight> {
    if (known !== null) return known
    const asking = asked
    const current = await findSeat(pass.seat.id)
    if (asking !== asked) return sight()
    known = current ? sightOfPass({ ...pass, ...current }) : 'none'
    return known
  }

  function lookAgain(): void {
    known = null
    asked += 1
  }

  function isChangedBy({ me, meetingState: state }: DoorView): boolean {
    const before = shown
    shown = sightOf({ role: pass.seat.role, door: me.door, isOther: Boolean(me.other) }, { state })
    return shown !== before
  }

  return { sight, lookAgain, isChangedBy }
}
