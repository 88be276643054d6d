let offsetMs = 0

/** The only reader of the machine's clock. Epoch milliseconds. */
export function now(): number {
  return Date.now() + offsetMs
}

/** Sets the product's clock to another instant, for tests and worlds; it runs on from there. */
export function setNow(at: number | null): void {
  offsetMs = at === null ? 0 : at - Date.now()
}
