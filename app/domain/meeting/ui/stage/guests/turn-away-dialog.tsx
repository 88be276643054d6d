import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import type { DeviceAtDoor, DoorGuest, DoorRequest } from '../../../room-data.ts'
import type { RoomScene } from '../../room-scene.ts'

/** A guest, or another device with a guest's link. */
export type Asked = DoorGuest | DeviceAtDoor

type TurnAwayDialogProps = {
  asked: Asked | null
  texts: RoomScene['texts']
  onKeep: () => void
  onTurnAway: (request: DoorRequest) => void
}

/** Asks before somebody is sent away, and says what that means for them. */
export function TurnAwayDialog({ asked, texts: { guests, warmDoor }, onKeep, onTurnAway }: TurnAwayDialogProps) {
  const name = asked?.name ?? ''
  const deviceId = asked && 'deviceId' in asked ? asked.deviceId : undefined
  const turnAway = () => asked && onTurnAway({ intent: 'turn-away', seatId: asked.seatId, ...(deviceId !== undefined && { deviceId }) })
  const actions = (
    <>
      <Button type="button" tone="quiet" onClick={onKeep}>{guests.keep}</Button>
      <Button type="button" tone="danger" onClick={turnAway}>{guests.turnAway}</Button>
    </>
  )
  return (
    <Dialog title={fill(guests.turnAwayTitle, { name })} isOpen={asked !== null} onClose={onKeep} actions={actions}>
      <p>{fill(deviceId === undefined ? guests.turnAwayText : warmDoor.device.turnAwayText, { name })}</p>
    </Dialog>
  )
}
