import type { ReactElement } from 'react'
import { accessPreviews } from '#app/domain/booking/ui/access/previews.tsx'
import { doorDeskPreviews } from '#app/domain/booking/ui/desk/door/previews.tsx'
import { nextPreviews } from '#app/domain/agenda/ui/next/previews.tsx'
import { notesPreviews } from '#app/domain/agenda/ui/notes/previews.tsx'
import { panelPreviews } from '#app/domain/agenda/ui/panel/previews.tsx'
import { roomPreviews } from '#app/domain/agenda/ui/room/previews.tsx'
import { templatePreviews } from '#app/domain/agenda/ui/templates/previews.tsx'
import { summaryPreviews } from '#app/domain/agenda/ui/summary/previews.tsx'
import { askingPreviews } from '#app/domain/booking/ui/previews/asking.tsx'
import { detailsPreviews } from '#app/domain/booking/ui/previews/details.tsx'
import { timesPreviews } from '#app/domain/booking/ui/previews/times.tsx'
import { bookedPreviews } from '#app/domain/booking/ui/booked/previews.tsx'
import { preparePreviews } from '#app/domain/booking/ui/prepare/previews.tsx'
import { replyPreviews } from '#app/domain/booking/ui/replies/previews.tsx'
import { rulePreviews } from '#app/domain/calendar/ui/previews.tsx'
import { calendarFeedPreviews } from '#app/domain/meeting/ui/previews/calendar-feed.tsx'
import { checkPreviews } from '#app/domain/meeting/ui/previews/check.tsx'
import { outsidePreviews } from '#app/domain/meeting/ui/previews/outside.tsx'
import { connectionPreviews } from '#app/domain/people/ui/connection/previews.tsx'
import { warmDoorPreviews } from '#app/domain/meeting/ui/previews/warm-door.tsx'
import type { Locale } from '#app/kernel/locale.ts'

export type StatePreview = { name: string; locale: Locale; element: ReactElement }

/** Every state of a page that can be drawn without a database, in both languages. */
export function statePreviews(): StatePreview[] {
  return [
    ...outsidePreviews(),
    ...warmDoorPreviews(),
    ...doorDeskPreviews(),
    ...roomPreviews(),
    ...panelPreviews().map(({ name, locale, element }) => (
      { name: `agenda-${name}`, locale, element: <div className="room-panel">{element}</div> }
    )),
    ...nextPreviews(),
    ...notesPreviews(),
    ...summaryPreviews(),
    ...timesPreviews(),
    ...detailsPreviews(),
    ...bookedPreviews(),
    ...preparePreviews(),
    ...templatePreviews(),
    ...rulePreviews(),
    ...askingPreviews(),
    ...calendarFeedPreviews(),
    ...checkPreviews(),
    ...connectionPreviews(),
    ...replyPreviews(),
    ...accessPreviews(),
  ]
}
