/** Puts the focus on what the page answered with, and lets a form be sent once only. */
export function enhance(): void {
  document.querySelector<HTMLElement>('#error-summary, [data-focus], [aria-invalid]')?.focus()
  for (const form of document.querySelectorAll('form')) form.addEventListener('submit', sendOnce)
  addEventListener('pageshow', release)
}

/** The pressed button's own value must be sent, so the buttons are shut off after the browser has read the form. */
function sendOnce(event: SubmitEvent): void {
  const form = event.currentTarget
  if (!(form instanceof HTMLFormElement)) return
  if (form.dataset.sent !== undefined) return event.preventDefault()
  form.dataset.sent = ''
  setTimeout(() => setBusy(form, true))
}

/** Coming back with the back button finds the form usable. */
function release(): void {
  for (const form of document.querySelectorAll('form')) {
    delete form.dataset.sent
    setBusy(form, false)
  }
}

function setBusy(form: HTMLFormElement, isBusy: boolean): void {
  for (const button of form.querySelectorAll('button:not([hidden])')) {
    if (isBusy) button.setAttribute('aria-disabled', 'true')
    else button.removeAttribute('aria-disabled')
  }
}
