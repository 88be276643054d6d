import { isOtherDevice } from '../../meeting/door/device.ts'
import type { SeatPass, Visitor } from '../../meeting/seat.ts'
import { EMPTY_AGENDA, planOf } from '../agenda.ts'
import { getWhole, type WholeAgenda } from '../notes/queries.server.ts'
import { getAgenda } from '../queries.server.ts'
import { NO_VERSION, sightOf, type Sight } from './sight.ts'

/** What the asker may see at this moment, as the pass says. */
export function sightOfPass(pass: SeatPass | Visitor): Sight {
  return sightOf({ ...pass.seat, isOther: isOtherDevice(pass.seat, pass) }, pass.meeting)
}

/** The agenda and the notes as far as the asker may see them. In part they are no version of it. */
export async function getSeen(pass: SeatPass | Visitor): Promise<WholeAgenda> {
  const sight = sightOfPass(pass)
  if (sight === 'whole') return getWhole(pass.meeting.id)
  return sight === 'plan' ? getPlan(pass.meeting.id) : { version: NO_VERSION, agenda: EMPTY_AGENDA, notes: '' }
}

/** What is to be talked about in a meeting. */
export async function getPlan(meetingId: string): Promise<WholeAgenda> {
  const { agenda } = await getAgenda(meetingId)
  return { version: NO_VERSION, agenda: planOf(agenda), notes: '' }
}
