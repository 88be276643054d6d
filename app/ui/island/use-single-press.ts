import { useState, type KeyboardEvent, type MouseEvent } from 'react'

/** Two presses within this time are one: a double click, by mouse or finger, or a key that bounced. */
const ONE_PRESS_MS = 400

/** What a button hears that stays where it is, under the same name, and does another thing at each press. */
export function useSinglePress(act: () => void): { onClick(event: MouseEvent): void; onKeyDown(event: KeyboardEvent): void } {
  const [isNew] = useState(createPressGuard)
  return {
    onClick: ({ timeStamp }) => { if (isNew(timeStamp)) act() },
    // Enter that is held down would press again and again.
    onKeyDown: (event) => { if (event.repeat) event.preventDefault() },
  }
}

/** Says of each press, by its time in milliseconds, whether it is one of its own. */
export function createPressGuard(): (at: number) => boolean {
  let last = -Infinity
  return (at) => {
    const isNew = at - last >= ONE_PRESS_MS
    last = at
    return isNew
  }
}
