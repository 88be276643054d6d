import { browserNow } from '../clock.ts'

/** How near the end of a reservation the page offers to keep it, milliseconds; the server says the same. */
const OFFERED_MS = 120_000

type Stage = 'held' | 'lapsing' | 'lapsed'

/**
 * Turns the words about a reserved time over when it comes to its end, and tells those who don't see it.
 * More time is fetched without leaving the form, so that nobody loses their place; without this it is a plain button.
 */
export function enhance(): void {
  watchTime()
  addEventListener('submit', (event) => void keep(event), { capture: true })
}

/** The server says how long is left, for the two clocks may differ. */
function watchTime(): void {
  const held = document.querySelector<HTMLElement>('.held-time[data-left]')
  if (!held) return
  const endsAt = browserNow() + Number(held.dataset.left)
  let timer = 0
  const look = () => {
    clearTimeout(timer)
    if (!held.isConnected) return
    const left = endsAt - browserNow()
    setStage(held, left <= 0 ? 'lapsed' : left <= OFFERED_MS ? 'lapsing' : 'held')
    if (left > 0) timer = window.setTimeout(look, left > OFFERED_MS ? left - OFFERED_MS : left)
  }
  document.addEventListener('visibilitychange', look)
  look()
}

function setStage(held: HTMLElement, stage: Stage): void {
  for (const part of document.querySelectorAll<HTMLElement>('.held-time, .keep-time')) part.dataset.stage = stage
  if (stage !== 'held') announce(held.dataset[stage] ?? '')
}

/** The same words again are no news. */
function announce(words: string): void {
  const news = document.querySelector('#held-news')
  if (news && news.textContent !== words) news.textContent = words
}

/** Heard before the form's own care for being sent once: the form is not sent by this. */
async function keep(event: SubmitEvent): Promise<void> {
  const { target: form, submitter: button } = event
  if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement) || button.name !== 'keep') return
  event.preventDefault()
  event.stopPropagation()
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, button) }).catch(() => null)
  if (!answer?.ok) return sendPlainly(form, button)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const name of ['.held-time', '.keep-time']) takeOver(page, name)
  form.querySelector('button')?.focus({ preventScroll: true })
  announce(document.querySelector('.held-word')?.textContent ?? '')
  watchTime()
}

function takeOver(page: Document, name: string): void {
  const fresh = page.querySelector(name)
  const part = document.querySelector(name)
  if (fresh) part?.replaceWith(fresh)
  else part?.remove()
}

function sendPlainly(form: HTMLFormElement, { name, value }: HTMLButtonElement): void {
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  form.submit()
}
