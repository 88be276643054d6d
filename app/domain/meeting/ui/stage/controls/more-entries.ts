import type { RoomScene } from '../../room-scene.ts'
import type { DoorRequest, DoorView } from '../../../room-data.ts'
import type { OpenDialog } from './dialogs/open-dialog.ts'
import type { MoreEntry } from './more.tsx'

type MoreProps = {
  scene: RoomScene
  door: DoorView
  onDialog: (dialog: OpenDialog) => void
  onAsk: (request: DoorRequest) => Promise<boolean>
}

/** What is needed less often than the buttons of the bar, in the order in which it is listed. */
export function moreEntries({ scene: { seat, texts: { controls, talk } }, door, onDialog, onAsk }: MoreProps): MoreEntry[] {
  const hasQuestion = door.hands.some(({ seatId }) => seatId === seat.id)
  const ask = () => void onAsk(hasQuestion ? { intent: 'lower-hand', seatId: seat.id } : { intent: 'raise-hand' })
  const people: MoreEntry = { id: 'people', icon: 'people', label: talk.people.open, onChoose: () => onDialog('people') }
  return [
    { id: 'hand', icon: 'question', label: talk.hand.raise, isOn: hasQuestion, onChoose: ask },
    ...(seat.role === 'host' ? [people] : []),
    { id: 'devices', icon: 'devices', label: controls.devices, onChoose: () => onDialog('devices') },
  ]
}
