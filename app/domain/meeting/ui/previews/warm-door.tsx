import type { ReactElement } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import type { OwnDoor } from '../../room-data.ts'
import { AT_THE_DOOR, type CallState } from '../call/call-state.ts'
import { LateHost } from '../door/late/late-host.tsx'
import { OtherDevice } from '../door/guest/other-device.tsx'
import { HoldDialog } from '../stage/guests/hold-dialog.tsx'
import { DOOR, sceneFor, WAITING_GUEST } from './scene.ts'

/** What is fetched at the door only when it is needed, in each of its states and in both languages. */
export function warmDoorPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => Object.entries(STATES).map(([name, draw]) => (
    { name, locale, element: <div className="room" data-place="door"><div className="room-main">{draw(locale)}</div></div> }
  )))
}

const WAITING: CallState = { ...AT_THE_DOOR, stage: 'waiting' }
const STILL = { knock() {}, leave() {}, askDoor: () => Promise.resolve(null) }

const STATES: Record<string, (locale: Locale) => ReactElement> = {
  'other-device': (locale) => drawOther(locale, { hasCode: false, isHostPresent: true }),
  'other-device-code': (locale) => drawOther(locale, { hasCode: true, isHostPresent: false }),
  'other-device-locked': (locale) => drawOther(locale, { hasCode: false, isHostPresent: true }, { ...AT_THE_DOOR, refusal: 'meeting-locked' }),
  'late-host': (locale) => drawLate(locale),
  'late-host-times': (locale) => drawLate(locale, [HOUR_MS, DAY_MS, DAY_MS + HOUR_MS]),
  'hold-open': (locale) => (
    <HoldDialog guest={WAITING_GUEST} texts={sceneFor('host', locale).texts.warmDoor.hold} onClose={() => {}} onSend={() => Promise.resolve(true)} />
  ),
}

/** Below the words that the guest waits, as at the door. */
function drawLate(locale: Locale, laterMs?: readonly number[]): ReactElement {
  const scene = sceneFor('guest', locale)
  const { texts, meeting: { startsAt } } = scene
  return (
    <section className="door-action">
      <h2>{texts.door.waitingTitle}</h2>
      <LateHost scene={scene} given={laterMs?.map((ms) => startsAt + ms)} onMoved={() => {}} />
    </section>
  )
}

type Looks = { hasCode: boolean; isHostPresent: boolean }

function drawOther(locale: Locale, { hasCode, isHostPresent }: Looks, state = WAITING): ReactElement {
  const me: OwnDoor = { door: state.refusal ? 'away' : 'waiting', other: { hasCode } }
  return <OtherDevice scene={sceneFor('guest', locale)} state={state} door={{ ...DOOR, isHostPresent, me }} actions={STILL} />
}
