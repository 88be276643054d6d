/** How long a button says that it has copied, milliseconds. */
const SAID_MS = 4000

/** Shows the button beside a link that is to be passed on, in a browser that lets pages copy; elsewhere the link is marked by hand. */
export function enhance(): void {
  if (!globalThis.navigator?.clipboard) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) offer(button)
}

function offer(button: HTMLButtonElement): void {
  const { copies = '', copied = '' } = button.dataset
  const field = document.getElementById(copies)
  const word = button.querySelector('span')
  const news = button.parentElement?.querySelector('[role="status"]')
  if (!(field instanceof HTMLInputElement) || !word || !news) return
  const asked = word.textContent
  let timer = 0
  const say = (text: string, told: string) => {
    word.textContent = text
    news.textContent = told
  }
  button.addEventListener('click', () => void navigator.clipboard.writeText(field.value).then(() => {
    clearTimeout(timer)
    say(copied, copied)
    timer = window.setTimeout(() => say(asked, ''), SAID_MS)
  }, () => field.select()))
  button.hidden = false
}
