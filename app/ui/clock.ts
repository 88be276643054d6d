/** The browser's own clock, epoch milliseconds. The server's clock decides; this one only shows. */
export function browserNow(): number {
  return Date.now()
}

/**
 * Time that runs evenly, epoch milliseconds: the browser's clock as it stood when the page was opened, and what passed since.
 * Whoever puts that clock right moves it not; a machine that sleeps may stop it.
 */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now()
}
