import type { LineNote } from '../../../meeting/line/line.ts'
import type { ChatMessage } from '../../../meeting/message.ts'
import type { Silenced } from '../../../meeting/control/control.ts'
import type { DoorView } from '../../../meeting/room-data.ts'
import type { Agenda } from '../../agenda.ts'
import type { AgendaStep } from './feed-state.ts'

export type StreamHandlers = {
  onStep(step: AgendaStep): void
  onWhole(whole: { version: number; agenda: Agenda; notes: string }): void
  onDoor(view: DoorView): void
  onLine(note: LineNote): void
  onSaid(messages: ChatMessage[]): void
  onSilenced(silenced: Silenced): void
  onLive(isLive: boolean): void
  /** The version, and the number of the message, to read on from. */
  version(): number
  heardUpTo(): number
}

export type FeedStream = { open(): void; close(): void }

const PAUSES_MS = [200, 500, 1_000, 2_000, 3_000] as const
const LONGEST_PAUSE_MS = 5_000

/**
 * Keeps one event stream open. The browser's own retry gives up for good on an answer that is not 200, as a proxy gives
 * while the app restarts, so a stream that fails is closed and opened anew, from the version that is known here.
 */
export function createFeedStream(url: string, handlers: StreamHandlers): FeedStream {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  function close() {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  function open() {
    close()
    source = listen(`${url}?after=${handlers.version()}&said=${handlers.heardUpTo()}`, handlers)
    source.addEventListener('open', () => { failures = 0; handlers.onLive(true) })
    source.addEventListener('error', () => {
      close()
      // Streams break first when a page is left (HTML, destroy a document), and drawing that would hold up what comes after it.
      timer = setTimeout(() => {
        handlers.onLive(false)
        timer = setTimeout(open, pauseMs(failures++, Math.random()))
      })
    })
  }
  return { open, close }
}

/** Up to a quarter is taken off by chance, so that not all come back in the same moment. */
export function pauseMs(failures: number, chance: number): number {
  return Math.round((PAUSES_MS[failures] ?? LONGEST_PAUSE_MS) * (1 - chance / 4))
}

function listen(address: string, handlers: StreamHandlers): EventSource {
  const source = new EventSource(address)
  source.addEventListener('change', (event) => handlers.onStep(JSON.parse(event.data)))
  source.addEventListener('agenda', (event) => handlers.onWhole(JSON.parse(event.data)))
  source.addEventListener('door', (event) => handlers.onDoor(JSON.parse(event.data)))
  source.addEventListener('line', (event) => handlers.onLine(JSON.parse(event.data)))
  source.addEventListener('said', (event) => handlers.onSaid(JSON.parse(event.data)))
  source.addEventListener('silenced', (event) => handlers.onSilenced(JSON.parse(event.data)))
  return source
}
