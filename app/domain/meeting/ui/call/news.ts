import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { nameOfOffer } from '../../next-meeting.ts'
import type { SeatRole } from '../../meeting.ts'
import type { DeviceAtDoor, DoorGuest, DoorView } from '../../room-data.ts'
import type { Person } from './people.ts'

type NewsTexts = Messages['room']['news']
type RoomTexts = Pick<Messages['room'], 'news' | 'warmDoor'>

/** One sentence. The number tells two that are equal apart. */
export type News = { number: number; text: string }

/** What is told in one moment is drawn in one: as many as this are kept, so that none takes the place of another before it is read out. */
const KEPT_NEWS = 6

/** These, and one more. */
export function withNews(kept: readonly News[], text: string): News[] {
  return [...kept, { number: (kept.at(-1)?.number ?? 0) + 1, text }].slice(-KEPT_NEWS)
}

/** What changed among the people in the room, as sentences to read out. */
export function newsOfPeople(before: readonly Person[], after: readonly Person[], texts: NewsTexts): string[] {
  const arrived = after.filter((person) => !find(before, person)).map((person) => fill(texts.arrived, { name: person.name }))
  const gone = before.filter((person) => !find(after, person)).map((person) => fill(texts.left, { name: person.name }))
  const changed = after.flatMap((person) => {
    const earlier = find(before, person)
    return earlier ? newsOfOne(earlier, person, texts) : []
  })
  return [...arrived, ...gone, ...changed]
}

/** Who came to the door since the last look; for the host. */
export function newsOfDoor(before: DoorView, after: DoorView, { news, warmDoor }: RoomTexts): string[] {
  const [guests, devices] = whoCame(before, after)
  return [
    ...guests.map(({ name }) => fill(news.knocked, { name })), ...devices.map(({ name }) => fill(warmDoor.device.knocked, { name })),
  ]
}

/** That the next meeting is booked, for both; that times are offered, for whoever did not offer them. */
export function newsOfNext(
  before: DoorView, after: DoorView, { role, texts }: { role: SeatRole; texts: Messages['room']['nextMeeting'] },
): string[] {
  const [{ offer: offered, booked: known } = NOTHING, { offer, booked } = NOTHING] = [before.next, after.next]
  if (booked) return known?.startsAt === booked.startsAt ? [] : [booked.isPending ? texts.pending : texts.booked]
  const isNew = offer !== null && nameOfOffer(offer) !== nameOfOffer(offered)
  return isNew && role === 'guest' ? [texts.offered] : []
}

const NOTHING = { offer: null, booked: null }

/** Guests who knocked between the two looks, and other devices with a guest's link. */
export function whoCame(before: DoorView, after: DoorView): [DoorGuest[], DeviceAtDoor[]] {
  const stood = new Set(before.guests.filter((guest) => guest.door === 'waiting').map((guest) => guest.seatId))
  const known = new Set(before.devices?.map(({ deviceId }) => deviceId))
  return [
    after.guests.filter((guest) => guest.door === 'waiting' && !stood.has(guest.seatId)),
    after.devices?.filter(({ deviceId }) => !known.has(deviceId)) ?? [],
  ]
}

function newsOfOne(before: Person, after: Person, texts: NewsTexts): string[] {
  const { name } = after
  const news: string[] = []
  if (before.isMicrophoneOn !== after.isMicrophoneOn) news.push(fill(after.isMicrophoneOn ? texts.unmuted : texts.muted, { name }))
  if (!before.screen && after.screen) news.push(fill(texts.shareStarted, { name }))
  if (before.screen && !after.screen) news.push(fill(texts.shareStopped, { name }))
  return news
}

function find(people: readonly Person[], person: Person): Person | undefined {
  return people.find((candidate) => candidate.id === person.id)
}
