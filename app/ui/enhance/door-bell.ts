import { askToNotify, mayAskToNotify, notify } from '../browser/notify.ts'
import { isRingOn, ring, switchRing } from '../browser/ring.ts'

/** Somebody who waits: what is said of them, and where they are let in. */
type Ringing = { seatId: string; name: string; title: string; room: string }

type Bell = { list: HTMLElement; words: DOMStringMap }

/**
 * Rings on a page with a bell (`data-feed`) when somebody comes to a door, shows who it is, and tells the system if the
 * reader has allowed that by a press, where the page asks (`data-bell-settings`). Without a script the page says who
 * waits when it is loaded.
 */
export function enhance(): void {
  const root = document.querySelector<HTMLElement>('[data-feed]')
  const list = root?.querySelector<HTMLElement>('[data-ringing]')
  if (!root || !list) return
  root.hidden = false
  listen({ list, words: root.dataset })
  const settings = document.querySelector<HTMLElement>('[data-bell-settings]')
  if (!settings) return
  settings.hidden = false
  offerSound(settings)
  offerNotifications(settings)
}

function listen({ list, words }: Bell): void {
  let known: string[] | null = null
  const tellInTitle = createTitle(words.titleBar ?? '')
  const stream = new EventSource(words.feed ?? '')
  stream.addEventListener('waiting', (event) => {
    const waiting: Ringing[] = JSON.parse(event.data)
    const came = waiting.filter(({ seatId }) => known !== null && !known.includes(seatId))
    // Whoever waited when the page was loaded stands in it already.
    const shown = new Set(known === null ? [] : waiting.map(({ seatId }) => seatId))
    known = waiting.map(({ seatId }) => seatId)
    list.replaceChildren(...waiting.filter(({ seatId }) => shown.has(seatId)).map((one) => draw(one, words)))
    if (came.length > 0) void ring()
    came.forEach((one) => tell(one, words))
    tellInTitle({ came: came.map(({ seatId }) => seatId), waiting: known })
  })
  addEventListener('pagehide', () => stream.close())
}

function draw({ name, room }: Ringing, words: DOMStringMap): HTMLElement {
  const line = document.createElement('p')
  const way = document.createElement('a')
  way.href = room
  way.className = 'button'
  way.textContent = words.open ?? ''
  line.append(sayWaiting(name, words), ' ', way)
  return line
}

function tell({ name, title, room, seatId }: Ringing, words: DOMStringMap): void {
  notify(sayWaiting(name, words), { tag: seatId, body: title, onPress: () => location.assign(room) })
}

/** Says in the tab's title how many came while the reader looked elsewhere, until they look here or nobody of those waits any more. */
function createTitle(words: string): (door: { came: string[]; waiting: string[] }) => void {
  const title = document.title
  let unseen: string[] = []
  const draw = () => {
    document.title = unseen.length === 0 ? title : words.replace('{count}', String(unseen.length)).replace('{title}', title)
  }
  addEventListener('focus', () => {
    unseen = []
    draw()
  })
  return ({ came, waiting }) => {
    unseen = [...unseen, ...(document.hasFocus() ? [] : came)].filter((seatId) => waiting.includes(seatId))
    draw()
  }
}

function sayWaiting(name: string, words: DOMStringMap): string {
  return (words.waiting ?? '').replace('{name}', name)
}

function offerSound(settings: HTMLElement): void {
  const box = settings.querySelector<HTMLInputElement>('[data-ring]')
  if (!box) return
  box.checked = isRingOn()
  box.addEventListener('change', () => switchRing(box.checked))
}

/** Browsers ask once, and only a press may make them. */
function offerNotifications(settings: HTMLElement): void {
  const button = settings.querySelector<HTMLButtonElement>('[data-notify]')
  if (!button) return
  const show = () => { button.hidden = !mayAskToNotify() }
  button.addEventListener('click', () => void askToNotify().then(show))
  show()
}
