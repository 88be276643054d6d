import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { AgendaChange } from '#app/domain/agenda/change.ts'
import { createFeed, makeChange, ownNotes, postPending, type AgendaFeed } from '#app/domain/agenda/ui/feed/feed.ts'
import { shownAgenda } from '#app/domain/agenda/ui/feed/feed-state.ts'
import { createNoteDesk, dropRefused, hearUpdate, openNotes, sendUnsent, type NoteDesk } from '#app/domain/agenda/ui/notes/note-desk.ts'
import { noteAdapter } from '#app/domain/agenda/ui/notes/note-doc.ts'
import type { RoomPageData } from '#app/domain/agenda/ui/room/room-page-data.ts'
import { paths } from '#app/paths.ts'
import { pause } from '../product.ts'
import type { Browser } from './browser-globals.ts'

/** The room's page in one tab, with the agenda and the notes as they run there. */
export type Tab = {
  feed: AgendaFeed
  desk: NoteDesk
  shown(): Agenda
  change(change: AgendaChange): void
  /** Leaves the page, as a reload does: nothing that it still waits for comes. */
  leave(): void
}

type Surroundings = {
  url: string
  browser: Browser
  seatId: string
  /** Told of each change that the browser took for good, by its id. */
  onMade(changeId: string): void
  /** Told of each update of the notes when it goes from the desk to the feed. */
  onNotes(update: string): void
}

/** Loads the room's page until it comes, and starts in it what the island starts. */
export async function openTab({ url, browser, seatId, onMade, onNotes }: Surroundings): Promise<Tab> {
  const page = browser.open()
  const room = await loadRoom(`${url}${paths.room(seatId)}${page}`)
  const desk = createNoteDesk(room.agenda.notes)
  const feed = startFeed({ url, page, room, desk })
  const shown = () => shownAgenda(feed.store.read().state, feed.author)
  const change = (made: AgendaChange) => {
    makeChange(feed, made, shown())
    const last = feed.store.read().state.pending.at(-1)
    if (last?.change === made) onMade(last.changeId)
  }
  feed.stream.open()
  void postPending(feed)
  desk.feed = {
    send(update) {
      onNotes(update)
      change({ kind: 'note-update', update })
    },
    own: () => ownNotes(feed),
  }
  openNotes(desk, noteAdapter)
  const leave = () => {
    sendUnsent(desk)
    feed.stream.close()
    browser.leave(page)
  }
  return { feed, desk, shown, change, leave }
}

type Parts = { url: string; page: string; room: RoomPageData; desk: NoteDesk }

function startFeed({ url, page, room, desk }: Parts): AgendaFeed {
  const { seat, agenda: { version, agenda }, serverNow, links } = room
  const nothing = () => {}
  return createFeed({
    author: { role: seat.role, name: seat.name, seatId: seat.id },
    notes: { hear: (update) => hearUpdate(desk, update), refused: () => dropRefused(desk) },
    version, agenda, serverNow,
    links: { agenda: `${url}${links.agenda}${page}`, feed: `${url}${links.feed}` },
    others: { onDoor: nothing, onLine: nothing, onSaid: nothing, onSilenced: nothing, onLive: nothing, heardUpTo: () => 0 },
  })
}

/** A server that is dead gives no page, one that starts says 503; whoever sits there tries again. */
async function loadRoom(address: string): Promise<RoomPageData> {
  for (;;) {
    const html = await fetch(address, { headers: { Accept: 'text/html' } }).then((answer) => answer.text(), () => '')
    const data = /<script[^>]*id="room-data"[^>]*>(.*?)<\/script>/s.exec(html)?.[1]
    if (data !== undefined) return JSON.parse(data)
    await pause(250)
  }
}
