/**
 * Lets points be put in another order by dragging a handle, with mouse, pen or finger, and by the arrow keys on it.
 * A form's points are sent in the order they stand in; a list with an address of its own (`data-drag-action`) posts each move.
 */
export function enhance(): void {
  for (const list of document.querySelectorAll<HTMLOListElement>('ol[data-drag]')) enableDrag(list)
}

function enableDrag(list: HTMLOListElement): void {
  const news = document.createElement('p')
  news.className = 'visually-hidden'
  news.setAttribute('role', 'status')
  list.after(news)
  // A point that is a form has its row inside the fields' own group.
  for (const point of pointsOf(list)) (point.querySelector('fieldset') ?? point).prepend(handleFor(list, point, news))
}

function handleFor(list: HTMLOListElement, point: HTMLElement, news: HTMLElement): HTMLButtonElement {
  const handle = document.createElement('button')
  handle.type = 'button'
  handle.className = 'drag-handle'
  nameHandle(list, point, handle)
  handle.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    if (!moveBy(list, point, step)) return
    handle.focus()
    settle(list, point, news)
  })
  handle.addEventListener('pointerdown', (event) => drag(event, { list, point, news, handle }))
  return handle
}

type Dragged = { list: HTMLOListElement; point: HTMLElement; news: HTMLElement; handle: HTMLElement }

function drag(down: PointerEvent, { list, point, news, handle }: Dragged): void {
  if (down.button !== 0) return
  const from = pointsOf(list).indexOf(point)
  handle.setPointerCapture(down.pointerId)
  point.dataset.dragging = ''
  const follow = ({ clientY }: PointerEvent) => {
    const target = pointsOf(list).find((other) => other !== point && isOver(other, clientY))
    if (!target) return
    const isBelow = pointsOf(list).indexOf(target) > pointsOf(list).indexOf(point)
    target[isBelow ? 'after' : 'before'](point)
    // A node that was moved lets go of the pointer.
    handle.setPointerCapture(down.pointerId)
  }
  const end = () => {
    handle.removeEventListener('pointermove', follow)
    delete point.dataset.dragging
    if (pointsOf(list).indexOf(point) !== from) settle(list, point, news)
  }
  handle.addEventListener('pointermove', follow)
  handle.addEventListener('pointerup', end, { once: true })
  handle.addEventListener('pointercancel', end, { once: true })
}

/** Past the middle of another point, so that two of unequal height don't change places again and again. */
function isOver(other: HTMLElement, y: number): boolean {
  const { top, height } = other.getBoundingClientRect()
  return y > top + height * 0.25 && y < top + height * 0.75
}

function moveBy(list: HTMLOListElement, point: HTMLElement, step: number): boolean {
  const points = pointsOf(list)
  const target = points[points.indexOf(point) + step]
  target?.[step > 0 ? 'after' : 'before'](point)
  return target !== undefined
}

function settle(list: HTMLOListElement, point: HTMLElement, news: HTMLElement): void {
  const points = pointsOf(list)
  const { dragAction = '', dragMoved = '' } = list.dataset
  if (dragAction) return postMove(dragAction, point, points[points.indexOf(point) + 1])
  news.textContent = dragMoved.replace('{position}', String(points.indexOf(point) + 1)).replace('{count}', String(points.length))
  points.forEach((one, index) => renumber(list, one, index))
}

/** What a point's buttons do and are called goes by its place. */
function renumber(list: HTMLOListElement, point: HTMLElement, index: number): void {
  const handle = point.querySelector<HTMLElement>('.drag-handle')
  if (handle) nameHandle(list, point, handle)
  const legend = point.querySelector('legend')
  if (legend) legend.textContent = withNumber(legend.textContent, index + 1)
  for (const button of point.querySelectorAll<HTMLButtonElement>('button[name="intent"]')) {
    button.value = withNumber(button.value, index)
    button.ariaLabel = withNumber(button.ariaLabel ?? '', index + 1)
  }
}

function withNumber(text: string, number: number): string {
  return text.replace(/\d+/, String(number))
}

/** As a form would, so that the page answers as it does without a script. */
function postMove(action: string, point: HTMLElement, before: HTMLElement | undefined): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  const fields = { intent: 'move-point', itemId: point.dataset.item ?? '', beforeItemId: before?.dataset.item ?? '' }
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}

function nameHandle(list: HTMLOListElement, point: HTMLElement, handle: HTMLElement): void {
  const { drag: name = '', dragHow = '' } = list.dataset
  handle.setAttribute('aria-label', `${name.replace('{number}', String(pointsOf(list).indexOf(point) + 1))} ${dragHow}`)
}

function pointsOf(list: HTMLOListElement): HTMLElement[] {
  return [...list.children].filter((child) => child instanceof HTMLElement)
}
