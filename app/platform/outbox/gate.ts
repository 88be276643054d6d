/** A gate that many wait at: shut at first, opened and shut at will. */
export type Gate = { opened(): Promise<void>; open(): void; close(): void }

export function makeGate(): Gate {
  let current = makeBar()
  return {
    opened: () => current.lifted,
    open: () => current.lift(),
    /** Those who wait already go on waiting at the same bar. */
    close() {
      if (current.isLifted()) current = makeBar()
    },
  }
}

function makeBar() {
  let isLifted = false
  let resolve = () => {}
  const lifted = new Promise<void>((settle) => { resolve = settle })
  return {
    lifted,
    isLifted: () => isLifted,
    lift() {
      isLifted = true
      resolve()
    },
  }
}
