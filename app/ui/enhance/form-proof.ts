import { isSolved, PUZZLE, puzzleText } from '#app/kernel/puzzle.ts'

/** So many hashes are under way at once: enough to keep the browser's own threads busy. */
const AT_ONCE = 64

/**
 * Works out the form's puzzle while the form is filled in. Whoever sends sooner waits for the rest of it; a browser
 * that can't is not kept back, for the server then asks by mail.
 */
export function enhance(): void {
  const field = document.querySelector<HTMLInputElement>('input[name="proof"]')
  const form = field?.form
  const stamp = form?.querySelector<HTMLInputElement>('input[name="stamp"]')?.value
  // Browsers lend their hashing to secure pages only.
  if (!field || !form || !stamp || !globalThis.crypto?.subtle) return
  let isDone = false
  const work = solve(stamp).then((proof) => { field.value = proof }, () => undefined).then(() => { isDone = true })
  addEventListener('submit', (event) => {
    const { target, submitter } = event
    if (isDone || target !== form || (submitter instanceof HTMLButtonElement && submitter.name === 'keep')) return
    event.preventDefault()
    event.stopPropagation()
    void work.then(() => form.requestSubmit(submitter))
  }, { capture: true })
}

async function solve(challenge: string): Promise<string> {
  const numbers: number[] = []
  for (let part = 0; part < PUZZLE.parts; part += 1) numbers.push(await solvePart(challenge, part))
  return numbers.join('.')
}

async function solvePart(challenge: string, part: number): Promise<number> {
  const encoder = new TextEncoder()
  for (let first = 0; ; first += AT_ONCE) {
    const hashes = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) =>
      crypto.subtle.digest('SHA-256', encoder.encode(puzzleText(challenge, part, first + index)))))
    const found = hashes.findIndex((hash) => isSolved(new Uint8Array(hash)))
    if (found >= 0) return first + found
  }
}
