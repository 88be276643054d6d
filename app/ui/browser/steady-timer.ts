/** Calls `work` every so many milliseconds, also in a page that is hidden, where browsers slow the page's own timers down. */
export function startSteadyTimer(work: () => void, everyMs: number): () => void {
  const url = URL.createObjectURL(new Blob([`setInterval(() => postMessage(0), ${everyMs})`], { type: 'text/javascript' }))
  const worker = new Worker(url)
  worker.onmessage = work
  return () => {
    worker.terminate()
    URL.revokeObjectURL(url)
  }
}
