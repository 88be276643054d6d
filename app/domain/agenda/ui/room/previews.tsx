import type { ReactElement, ReactNode } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { SeatRole } from '../../../meeting/meeting.ts'
import type { CallStill } from '../../../meeting/ui/previews/call-still.ts'
import { CALL_STILLS, drawCall } from '../../../meeting/ui/previews/inside.tsx'
import { CHAT_STILLS, drawChat } from '../../../meeting/ui/previews/chat.tsx'
import { drawOutside } from '../../../meeting/ui/previews/outside.tsx'
import { DOOR, sceneFor } from '../../../meeting/ui/previews/scene.ts'
import type { Showing } from '../../../meeting/ui/stage/showing.ts'
import { DOCUMENT_STILLS, stillShowing } from '../document/previews.tsx'
import { MIRROR_STILLS, stillMirror, stillMirrorDialog, stillNotice } from '../mirror/previews.tsx'
import { drawPanel, ITEMS } from '../panel/previews.tsx'
import { RoomFrame } from './room-frame.tsx'
import { SideTabs } from './side-panel.tsx'

type RoomPreview = { name: string; locale: Locale; element: ReactElement }

/** The room as it is seen whole, bar and agenda included: a call in each of its states, and what is before and after it. */
export function roomPreviews(): RoomPreview[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => [
    ...CALL_STILLS.map((still) => ({ name: `call-${still.name}`, locale, element: drawWithCall(still, locale) })),
    ...Object.entries(CHAT_STILLS).map(([name, still]) => ({ name: `chat-${name}`, locale, element: drawWithChat(still, locale) })),
    ...Object.keys(DOCUMENT_STILLS).map((name) => ({ name, locale, element: drawWithDocument(name, locale) })),
    ...Object.keys(MIRROR_STILLS).map((name) => ({ name, locale, element: drawWithMirror(name, locale) })),
    { name: 'mirror-choose', locale, element: drawWithNotice(locale) },
    { name: 'mirror-told', locale, element: drawWithout('door', locale, stillNotice(true, locale)) },
    { name: 'mirror-off', locale, element: drawWithout('door', locale, stillNotice(false, locale)) },
    { name: 'room-door', locale, element: drawWithout('door', locale) },
    { name: 'room-over', locale, element: drawWithout('over', locale) },
  ])
}

type More = { showing?: Showing; extra?: ReactNode }

function drawWithCall(still: CallStill, locale: Locale, { showing, extra }: More = {}): ReactElement {
  const { role, view, shown, unread } = still
  return (
    <RoomFrame
      scene={sceneFor(role, locale)} door={view.door} place="call" now={clockOf(role, locale)}
      panel={shown && <SideTabs {...TAB_OPEN} hasTabs unread={unread} texts={sceneFor(role, locale).texts.talk} agenda={drawPanel(locale, role, 'running', extra)} />}
    >
      {drawCall(still, locale, showing)}
    </RoomFrame>
  )
}

function drawWithChat(chat: (typeof CHAT_STILLS)[string], locale: Locale): ReactElement {
  const [still] = CALL_STILLS.filter(({ name }) => name === 'pair-guest')
  if (!still) return <></>
  const { texts } = sceneFor('guest', locale)
  const tabs = <SideTabs hasTabs tab="chat" unread={0} texts={texts.talk} onTab={() => {}} agenda={null} chat={drawChat(chat, locale)} />
  return (
    <RoomFrame scene={sceneFor('guest', locale)} door={still.view.door} place="call" now={clockOf('guest', locale)} panel={tabs}>
      {drawCall({ ...still, shown: 'chat' }, locale)}
    </RoomFrame>
  )
}

function drawWithMirror(name: string, locale: Locale): ReactElement {
  const [still] = CALL_STILLS.filter((one) => one.name === 'pair')
  if (!still) return <></>
  return drawWithCall(still, locale, { extra: stillMirror(name, ITEMS, locale) })
}

function drawWithNotice(locale: Locale): ReactElement {
  const [still] = CALL_STILLS.filter((one) => one.name === 'pair-guest')
  return still ? drawWithCall(still, locale, { showing: { tile: null, dialogs: () => stillMirrorDialog(locale) } }) : <></>
}

function drawWithDocument(name: string, locale: Locale): ReactElement {
  const given = DOCUMENT_STILLS[name]
  const [still] = CALL_STILLS.filter((one) => one.name === (given?.role === 'host' ? 'pair' : 'pair-guest'))
  return still && given ? drawWithCall(still, locale, { showing: stillShowing(given, locale) }) : <></>
}

function drawWithout(place: 'door' | 'over', locale: Locale, notice?: ReactNode): ReactElement {
  const panel = drawPanel(locale, 'guest', place === 'door' ? 'at-the-door' : 'over')
  return (
    <RoomFrame scene={sceneFor('guest', locale)} door={DOOR} place={place} now={clockOf('guest', locale)} panel={panel}>
      {drawOutside(place === 'door' ? { notice } : { state: { stage: 'ended', refusal: 'meeting-ended' } }, locale)}
    </RoomFrame>
  )
}

const TAB_OPEN = { tab: 'agenda', onTab: () => {}, chat: null } as const

function clockOf(role: SeatRole, locale: Locale): number {
  return sceneFor(role, locale).meeting.startsAt + 4 * MINUTE_MS
}
