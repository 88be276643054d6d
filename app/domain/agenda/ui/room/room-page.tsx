import { paths } from '#app/paths.ts'
import { scriptText } from '#app/ui/island/script-text.ts'
import { Farewell, type LastStage } from '../../../meeting/ui/door/farewell.tsx'
import { sceneOf } from '../../../meeting/ui/room-scene.ts'
import { HowItGoes } from '../../../meeting/ui/door/how-it-goes.tsx'
import { AgendaList } from './agenda-list.tsx'
import { RoomFrame } from './room-frame.tsx'
import { ROOM_DATA, ROOM_ROOT, type RoomPageData } from './room-page-data.ts'

/** The page as the server sends it: whole in itself, until the island takes its place. */
export function RoomPage({ room }: { room: RoomPageData }) {
  const over = overOf(room)
  const scene = sceneOf(room, room.door)
  return (
    <main id="content">
      <div id={ROOM_ROOT}>
        <RoomFrame
          scene={scene} door={room.door} place={over ? 'over' : 'door'}
          panel={over?.stage !== 'removed' && (
            <>
              <AgendaList agenda={room.agenda.agenda} texts={room.messages.agenda} />
              <noscript><p className="agenda-list"><a href={paths.roomNotes(room.seat.id)}>{room.messages.agenda.writing.page.open}</a></p></noscript>
            </>
          )}
        >
          <div className="room-main">
            {over
              ? <Farewell scene={scene} door={room.door} state={over} stage={over.stage} onReturn={() => {}} />
              : <HowItGoes scene={scene} door={room.door} />}
          </div>
        </RoomFrame>
      </div>
      <script type="application/json" id={ROOM_DATA} dangerouslySetInnerHTML={{ __html: scriptText(room) }} />
    </main>
  )
}

function overOf({ door }: RoomPageData): ({ stage: LastStage } & Pick<Parameters<typeof Farewell>[0]['state'], 'refusal' | 'isTroubled'>) | null {
  if (door.me.door === 'removed') return { stage: 'removed', refusal: null, isTroubled: false }
  if (door.meetingState === 'ended') return { stage: 'ended', refusal: 'meeting-ended', isTroubled: false }
  if (door.meetingState === 'cancelled') return { stage: 'ended', refusal: 'meeting-cancelled', isTroubled: false }
  return null
}
