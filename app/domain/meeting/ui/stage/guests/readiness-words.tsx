import { Icon, type IconName } from '#app/ui/icon.tsx'
import { networkGrade } from '../../../check/verdict.ts'
import type { Readiness } from '../../../meeting.ts'
import type { DoorGuest } from '../../../room-data.ts'
import type { RoomScene } from '../../room-scene.ts'
import { checkedWords, networkWords } from '../../check/checked-words.ts'

type GuestReadinessProps = { guest: Pick<DoorGuest, 'readiness' | 'checked'>; scene: Pick<RoomScene, 'seat' | 'texts'>; now: number }

/** How ready somebody at the door is: what the knock told, and what was found before where that tells more. */
export function GuestReadiness({ guest: { readiness, checked }, scene: { seat, texts }, now }: GuestReadinessProps) {
  const isTestedNow = readiness?.network !== undefined || readiness?.speaker !== undefined
  return (
    <>
      {readiness && <ReadinessLines readiness={readiness} texts={texts} />}
      {checked && !isTestedNow && <p className="readiness soft"><Icon name="clock" size={18} />{checkedWords(checked, { ...seat, now }, texts.tests)}</p>}
    </>
  )
}

/** What a knock told, a line for each part. */
export function ReadinessLines({ readiness, texts }: { readiness: Readiness; texts: RoomScene['texts'] }) {
  return linesOf(readiness, texts).map(({ icon, words }) => (
    <p className="readiness" key={words}><Icon name={icon} size={18} />{words}</p>
  ))
}

type Line = { icon: IconName; words: string }

function linesOf({ camera, microphone, speaker, network }: Readiness, { check, tests }: RoomScene['texts']): Line[] {
  const [isSeen, isHeard] = [camera === 'ready', microphone === 'ready']
  const devices: Line[] = isSeen && isHeard ? [{ icon: 'check', words: check.allReady }] : [
    { icon: isSeen ? 'check' : 'camera-off', words: check.cameraState[camera] },
    { icon: isHeard ? 'check' : 'microphone-off', words: check.microphoneState[microphone] },
  ]
  if (speaker === 'unheard') devices.push({ icon: 'warning', words: tests.host.speakerUnheard })
  if (network) devices.push({ icon: networkGrade(network) === 'good' ? 'check' : 'warning', words: networkWords(network, tests.host) })
  return devices
}
