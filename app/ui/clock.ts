/** The browser's own clock, epoch milliseconds. The server's clock decides; this one only shows. */
export function browserNow(): number {
  return Date.now()
}
