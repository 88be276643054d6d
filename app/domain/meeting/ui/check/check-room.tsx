import { useStore } from '#app/ui/island/use-store.ts'
import { browserKind, canHoldCalls } from '../device/device-fault.ts'
import { DeviceCheck } from '../device/device-check.tsx'
import { NoCalls } from '../device/help/no-calls.tsx'
import { MoreTests } from '../device/tests/more-tests.tsx'
import type { CheckPageData } from './check-page-data.ts'
import { useCheckDesk } from './use-check-desk.ts'

/** The check itself: picture and microphone as at the door, then what only a try can tell. */
export function CheckRoom({ page: { locale, isHost, host, links, texts } }: { page: CheckPageData }) {
  const { desk, actions } = useCheckDesk()
  const media = useStore(desk.store)
  if (!canHoldCalls()) return <NoCalls isHost={isHost} texts={texts.check.noCalls} />
  const place = { hostName: host.name, phone: host.phone }
  return (
    <div className="check-room">
      <DeviceCheck media={media} browser={browserKind(navigator.userAgent)} texts={texts} actions={actions} />
      <MoreTests {...{ desk, links, place, isHost, locale }} texts={texts.tests} startsNow={media.hasStarted} />
    </div>
  )
}
