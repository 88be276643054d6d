import { RoomEvent } from 'livekit-client'
import { EventEmitter } from 'node:events'

/** As much of LiveKit's room as tells who comes and goes. */
export class PeopledRoom extends EventEmitter {
  remoteParticipants = new Map<string, object>()

  comes(identity: string): void {
    this.remoteParticipants.set(identity, {})
    this.emit(RoomEvent.ParticipantConnected, {})
  }

  goes(identity: string): void {
    this.remoteParticipants.delete(identity)
    this.emit(RoomEvent.ParticipantDisconnected, {})
  }
}
